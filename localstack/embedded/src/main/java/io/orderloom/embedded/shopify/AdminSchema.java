package io.orderloom.embedded.shopify;

import graphql.GraphQL;
import graphql.GraphqlErrorException;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import io.orderloom.embedded.shopify.ShopBooks.Part;
import io.orderloom.embedded.shopify.ShopBooks.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The GraphQL schema over the books. It accepts no field that Shopify does not know. */
final class AdminSchema {
    private final ShopBooks books;

    private AdminSchema(ShopBooks books) {
        this.books = books;
    }

    static GraphQL over(ShopBooks books) {
        var schema = new AdminSchema(books);
        var wiring =
                RuntimeWiring.newRuntimeWiring()
                        .type("Query", t -> t.dataFetcher("order", schema::order))
                        .type("Mutation", t -> t.dataFetcher("refundCreate", schema::refundCreate))
                        .build();
        var types = new SchemaParser().parse(text());
        return GraphQL.newGraphQL(new SchemaGenerator().makeExecutableSchema(types, wiring))
                .build();
    }

    private static String text() {
        var name = "admin.graphqls";
        try (var in = AdminSchema.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DataFetcherResult<Object> order(DataFetchingEnvironment asked) {
        return data(books.order(text(asked.getArguments(), "id")).map(this::order).orElse(null));
    }

    private DataFetcherResult<Object> refundCreate(DataFetchingEnvironment asked) {
        return key(asked)
                .map(key -> data(refundCreate(request(asked), key)))
                .orElseGet(() -> unkeyed(asked));
    }

    private Object refundCreate(Request request, String key) {
        return switch (books.give(request, key)) {
            case ShopBooks.Outcome.Given(var refund) ->
                    Map.of("refund", AdminJson.refund(refund), "userErrors", List.of());
            case ShopBooks.Outcome.Refused(var field, var message) ->
                    Map.of("userErrors", List.of(AdminJson.userError(field, message)));
        };
    }

    private Object order(ShopOrder order) {
        var refunds = books.refunds(order.id());
        return AdminJson.order(order, refunds, ShopBooks.refundable(order, refunds));
    }

    private static Optional<String> key(DataFetchingEnvironment asked) {
        return asked.getQueryDirectives().getImmediateAppliedDirective("idempotent").stream()
                .flatMap(directive -> directive.getArguments().stream())
                .filter(argument -> argument.getName().equals("key"))
                .map(argument -> argument.<String>getValue())
                .findFirst();
    }

    private static DataFetcherResult<Object> unkeyed(DataFetchingEnvironment asked) {
        return DataFetcherResult.newResult()
                .error(
                        GraphqlErrorException.newErrorException()
                                .message(
                                        "The @idempotent directive is required for this mutation"
                                                + " but was not provided.")
                                .path(asked.getExecutionStepInfo().getPath().toList())
                                .extensions(Map.of("code", "BAD_REQUEST"))
                                .build())
                .build();
    }

    private static Request request(DataFetchingEnvironment asked) {
        Map<String, Object> input = asked.getArgumentOrDefault("input", Map.of());
        return new Request(
                text(input, "orderId"),
                text(input, "currency"),
                text(input, "note"),
                parts(input.getOrDefault("transactions", List.of())));
    }

    private static List<Part> parts(Object transactions) {
        return ((List<?>) transactions)
                .stream()
                        .map(t -> (Map<?, ?>) t)
                        .map(t -> new Part(text(t, "parentId"), new BigDecimal(text(t, "amount"))))
                        .toList();
    }

    private static String text(Map<?, ?> object, String name) {
        return Objects.toString(object.get(name), "");
    }

    private static DataFetcherResult<Object> data(@Nullable Object data) {
        return DataFetcherResult.newResult().data(data).build();
    }
}
