package io.orderloom.connector.odoo;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Odoo's JSON-2 interface: each call is one method of one model, in one transaction. */
@Path("/json/2")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface OdooApi {

    /**
     * @param arguments a JSON object of named arguments
     */
    @POST
    @Path("{model}/{method}")
    Response call(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @HeaderParam("X-Odoo-Database") @Nullable String database,
            @PathParam("model") String model,
            @PathParam("method") String method,
            String arguments);
}
