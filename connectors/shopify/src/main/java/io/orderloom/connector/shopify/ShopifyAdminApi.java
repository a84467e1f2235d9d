package io.orderloom.connector.shopify;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * The single address of the GraphQL Admin API, at the version that the documents here are written
 * for.
 */
@Path("/admin/api/2026-10/graphql.json")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface ShopifyAdminApi {

    @POST
    Response ask(@HeaderParam("X-Shopify-Access-Token") String token, String request);
}
