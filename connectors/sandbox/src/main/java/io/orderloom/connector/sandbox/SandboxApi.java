package io.orderloom.connector.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sandbox's HTTP interface. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface SandboxApi {

    @POST
    @Path("sales-orders")
    Response create(@HeaderParam(HttpHeaders.AUTHORIZATION) String token, SalesOrder order);

    @GET
    @Path("sales-orders")
    Response find(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String token,
            @QueryParam("externalId") String externalId);

    @POST
    @Path("sales-orders/{id}/cancel")
    Response cancel(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String token,
            @PathParam("id") String id,
            Cancellation cancellation);

    @GET
    @Path("health")
    Response health(@HeaderParam(HttpHeaders.AUTHORIZATION) String token);

    /** A sales order; amounts are decimal strings with the currency's own decimals. */
    @RegisterForReflection
    record SalesOrder(
            String externalId,
            Customer customer,
            String currency,
            String postingDate,
            String reference,
            boolean taxesIncluded,
            List<Line> lines,
            String total) {}

    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Customer(String externalId, @Nullable String name) {}

    @RegisterForReflection
    record Line(
            String externalId,
            String itemCode,
            String description,
            String quantity,
            String unitPrice,
            String discount,
            List<Tax> taxes) {}

    @RegisterForReflection
    record Tax(String name, String rate, String amount) {}

    @RegisterForReflection
    record Cancellation(String reason) {}

    @RegisterForReflection
    record Document(String id, String externalId, String state, String currency, String total) {}

    @RegisterForReflection
    record Documents(List<Document> documents) {}

    @RegisterForReflection
    record Refusal(@Nullable String code, @Nullable String field, @Nullable String message) {}
}
