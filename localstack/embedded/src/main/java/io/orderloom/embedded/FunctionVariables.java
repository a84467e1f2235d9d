package io.orderloom.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.embedded.common.LocalAws;
import io.orderloom.embedded.common.StackJson;
import io.orderloom.embedded.http.ProxyHook;
import io.orderloom.topology.Function;
import io.orderloom.topology.Queue;
import io.orderloom.topology.Table;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The variables through which a function finds the stack's parts. */
record FunctionVariables(
        StackOptions options,
        DirectorySecrets secrets,
        ExternalSystems neighbours,
        Function function) {

    /**
     * @param plainSqs the address without the proxy hook
     * @param plainDynamoDb the address without the proxy hook
     */
    Map<String, String> of(URI plainSqs, URI plainDynamoDb) {
        var sqs = seen(ProxyHook.Service.SQS, plainSqs);
        var dynamoDb = seen(ProxyHook.Service.DYNAMODB, plainDynamoDb);
        var variables = new HashMap<>(options.environment());
        variables.put("AWS_ENDPOINT_URL_SQS", sqs.toString());
        variables.put("AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.toString());
        variables.put(Table.NAME_VARIABLE, Table.NAME);
        for (var queue : Queue.values()) {
            variables.put(
                    queue.urlVariable(),
                    "%s/%s/%s".formatted(sqs, LocalAws.ACCOUNT, queue.queueName()));
        }
        channels(function, variables);
        variables.put("ORDERLOOM_SUBSCRIBERS", subscribers().toString());
        erp(variables);
        return neighbours
                .secretStore()
                .map(store -> store.keep(function, variables))
                .orElse(variables);
    }

    /** Puts the channels' secrets into variables of their own, as on AWS. */
    private void channels(Function function, Map<String, String> variables) {
        var all = new ArrayList<>(options.channels());
        all.removeIf(channel -> !channel.readers().contains(function));
        all.addFirst(demoShop());
        var plain = StackJson.object();
        var signing = StackJson.object();
        var apis = StackJson.object();
        for (var channel : all) {
            var settings = plain.putObject(channel.instance()).put("type", channel.type());
            // The stack shows the whole way back of a cancelled order, so it gives money back
            // itself.
            settings.put("refunds", "automatic");
            channel.shop().ifPresent(shop -> settings.put("shop", shop));
            channel.role().ifPresent(role -> settings.put("role", role));
            signing.set(channel.instance(), StackJson.value(channel.secrets()));
            channel.api().ifPresent(api -> apis.set(channel.instance(), api.toJson()));
        }
        variables.put("ORDERLOOM_CHANNELS", plain.toString());
        variables.put("ORDERLOOM_CHANNEL_SECRETS", signing.toString());
        variables.put("ORDERLOOM_CHANNEL_APIS", apis.toString());
    }

    private ChannelOption demoShop() {
        return new ChannelOption(
                EmbeddedStack.DEMO_SHOP,
                "shopify",
                List.of(secrets.demoShop()),
                options.demoShopApi()
                        .or(() ->
                                neighbours
                                        .shop()
                                        .map(shop ->
                                                new ChannelOption.Api(
                                                        seen(
                                                                ProxyHook.Service.SHOP,
                                                                shop.address()),
                                                        secrets.demoShopToken()))),
                Optional.of(EmbeddedStack.DEMO_SHOP_DOMAIN));
    }

    private JsonNode subscribers() {
        var all = StackJson.array();
        for (var other : options.subscribers()) {
            all.add(subscriber("other-" + all.size(), other));
        }
        options.otherKinds().forEach(all::add);
        return all.add(
                subscriber(
                        "console",
                        seen(ProxyHook.Service.SUBSCRIBER, neighbours.subscriber().address())));
    }

    private JsonNode subscriber(String name, URI address) {
        var one = StackJson.object().put("name", name).put("url", address.toString());
        one.putArray("secrets").add(secrets.subscriber());
        return one;
    }

    private void erp(Map<String, String> variables) {
        switch (options.erp()) {
            case ErpChoice.Sandbox _ -> {
                variables.put("ORDERLOOM_ERP", "sandbox");
                neighbours
                        .erp()
                        .ifPresent(erp ->
                                variables.put(
                                        "ERP_SANDBOX_URL",
                                        seen(ProxyHook.Service.ERP, erp.address()).toString()));
                variables.put("ERP_SANDBOX_TOKEN", secrets.erpToken());
            }
            case ErpChoice.Odoo(var url, var apiKey, var database) -> {
                variables.put("ORDERLOOM_ERP", "odoo");
                variables.put("ERP_ODOO_URL", url.toString());
                variables.put("ERP_ODOO_API_KEY", apiKey);
                variables.put("ERP_ODOO_DATABASE", database);
            }
            case ErpChoice.Elsewhere(var name, var settings) -> {
                variables.put("ORDERLOOM_ERP", name);
                variables.putAll(settings);
            }
        }
    }

    private URI seen(ProxyHook.Service service, URI target) {
        return options.detour().to(function.label(), service, target);
    }
}
