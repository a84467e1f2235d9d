package io.orderloom.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The schema that editors use for a stage's file matches what the deployment and the functions
 * accept.
 */
class StageSchemaTest {
    private static final JsonNode SCHEMA = StageSchema.json();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'throttleRat':5}|'throttleRat' is no setting of a stage; did you mean 'throttleRate'?",
                "{'wings':5}|'wings' is no setting of a stage; there are [",
                "{'throttleRate':'5'}|throttleRate: string found, integer expected",
                "{'watched':'no'}|watched: string found, boolean expected",
                "{'logRetentionDays':8}|logRetentionDays is none of [1,3,5",
                "{'deployment':'canary'}|deployment is none of [\"none\",\"AllAtOnce\"",
                "{'anchors':{'on':true,'keepdays':5}}|'keepdays' is no setting of anchors; did you mean 'keepDays'?",
                "{'channels':{'eu':{'type':'etsy'}}}|channels.eu.type is none of [shopify]; name further connectors that the functions are packaged with in connectors",
                "{'channels':{'eu':{'shop':'a.example'}}}|channels.eu has no 'type'",
                "{'channels':{'eu':{'type':'shopify','selingZone':'UTC'}}}|'selingZone' is no setting of channels.eu; did you mean 'sellingZone'?",
                "{'channels':{'eu':{'type':'shopify','secrets':['s']}}}|'secrets' is no setting of channels.eu; what is secret belongs in the stage's secrets: make secrets",
                "{'erp':{'type':'netsuite'}}|erp.type is none of [odoo, sandbox]; name further connectors that the functions are packaged with in connectors",
                "{'erps':{'books':{'type':'netsuite'}}}|erps.books.type is none of [odoo, sandbox]",
                "{'connectors':['netsuite'],'erp':{'type':'netsuite','realm':{}}}|erp.realm: object found, [string, number, boolean] expected",
                "{'erp':{'url':'https://a'}}|erp has no 'type'",
                "{'erp':{'type':'odoo','urll':'https://a'}}|'urll' is no setting of erp; did you mean 'url'?",
                "{'erp':{'type':'sandbox','database':'a'}}|'database' is no setting of erp; there are [",
                "{'erp':{'type':'odoo','url':'odoo'}}|erp.url does not fit. An address that begins with http:// or https://.",
                "{'erp':{'type':'odoo','apiKey':'k'}}|'apiKey' is no setting of erp; what is secret belongs in",
                "{'erps':{'us-books':{'url':'https://a'}}}|erps.us-books has no 'type'",
                "{'erps':{'us-books':{'type':'odoo','urll':'https://a'}}}|'urll' is no setting of erps.us-books; did you mean 'url'?",
                "{'erps':{'US_books':{'type':'odoo'}}}|erps: property 'US_books' name is not valid",
                "{'subscribers':[{'name':'a','url':'https://a'},{'name':'crm'}]}|subscribers[1] has no 'url'",
                "{'subscribers':[{'name':'crm','url':'https://crm','kind':'webhook','evnts':'v2'}]}|'evnts' is no setting of subscribers[0]; did you mean 'events'?",
                "{'subscribers':[{'name':'crm','url':'https://crm','events':'v3'}]}|subscribers[0].events is none of [\"v1\",\"v2\"]",
                "{'subscribers':[{'kind':'pager','number':'112'}]}|subscribers[0] has no 'name'",
                "{'subscribers':[{'name':'crm','url':'https://crm','secret':'s'}]}|'secret' is no setting of subscribers[0]; what is secret",
            })
    void a_mistake_is_named_with_its_place_and_what_was_probably_meant(String json, String said) {
        var mistakes =
                StageSchema.mistakes(SettingsJson.parse("the test", json.replace('\'', '"')));

        assertThat(mistakes).singleElement().asString().startsWith(said);
    }

    @Test
    void a_subscriber_of_another_kind_has_the_settings_that_its_kind_defines() {
        var own =
                SettingsJson.parse(
                        "the test",
                        "{\"subscribers\":[{\"name\":\"duty\",\"kind\":\"pager\",\"events\":\"v2\",\"number\":\"112\"}]}");

        assertThat(StageSchema.mistakes(own)).isEmpty();
    }

    @Test
    void all_mistakes_are_named_together() {
        var own =
                SettingsJson.parse(
                        "the test", "{\"wings\":1,\"door\":\"back\",\"throttleRate\":0}");

        assertThat(StageSchema.mistakes(own)).hasSize(3);
    }

    @Test
    void the_schema_knows_exactly_the_parameters() {
        assertThat(keys(SCHEMA))
                .containsExactlyInAnyOrderElementsOf(with(names(Parameters.class), "$schema"));
        for (var option : List.of("frontDoor", "backup", "anchors")) {
            assertThat(keys(SCHEMA.path("properties").path(option)))
                    .as(option)
                    .isEqualTo(names(type(option)));
        }
    }

    @Test
    void a_parameter_has_the_type_that_the_deployment_reads() {
        for (var component : Parameters.class.getRecordComponents()) {
            assertThat(jsonType(component.getName()))
                    .as(component.getName())
                    .isEqualTo(jsonType(component));
        }
    }

    @Test
    void a_connector_from_elsewhere_is_one_line_of_the_stage() throws JsonProcessingException {
        var stage =
                "{'connectors':['acme-wms'],'channels':{'north':{'type':'acme-wms','role':'warehouse'}}}";

        var mistakes = StageSchema.mistakes(new ObjectMapper().readTree(stage.replace('\'', '"')));

        assertThat(mistakes).isEmpty();
    }

    @Test
    void the_defaults_fit_the_schema() {
        assertThat(StageSchema.mistakes(Synthesized.settings().defaults())).isEmpty();
    }

    @Test
    void a_channel_instance_has_the_settings_that_functions_read_and_are_not_secret() {
        var entry = named("functions/function-kit", "io.orderloom.kit.config.ChannelEntry");

        assertThat(keys(channel())).isEqualTo(without(fields(entry), "secrets", "api"));
    }

    @Test
    void the_schema_knows_exactly_the_ledgers_of_the_code() {
        var ledgers =
                named("shared-model", "io.orderloom.money.Ledger").getFields().stream()
                        .filter(field -> field.getModifiers().contains(JavaModifier.ENUM))
                        .map(field -> field.getName().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(texts(channel().path("properties").path("ledger"))).isEqualTo(ledgers);
    }

    @Test
    void there_is_an_adapter_for_each_platform_and_each_erp_that_may_be_named() {
        var sources =
                SCHEMA.at("/properties/connectors/default")
                        .valueStream()
                        .map(JsonNode::asText)
                        .toList();
        assertThat(sources)
                .containsExactlyInAnyOrderElementsOf(adapters("io.orderloom.source.WebhookSource"));
        assertThat(StageSchema.erpConnectors(MissingNode.getInstance()))
                .isEqualTo(adapters("io.orderloom.erp.ErpConnector"));
    }

    @ParameterizedTest
    @CsvSource({
        "odoo, io.orderloom.connector.odoo.OdooSettings, apiKey",
        "sandbox, io.orderloom.connector.sandbox.SandboxSettings, token"
    })
    void an_erp_has_the_settings_that_its_adapter_reads_and_are_not_secret(
            String erp, String config, String secret) {
        var read = fields(named("connectors/" + erp, config));

        assertThat(without(keys(SCHEMA.path("$defs").path(erp)), "type", "slots", "reservedSlots"))
                .isEqualTo(without(read, secret));
    }

    private static JsonNode channel() {
        return SCHEMA.path("properties").path("channels").path("additionalProperties");
    }

    private static JavaClass named(String module, String name) {
        return new BuiltModule(module).classes().get(name);
    }

    /** The names of a port's adapters, which are the names of their packages. */
    private static Set<String> adapters(String port) {
        return BuiltModule.connectors().stream()
                .filter(type -> !type.isInterface() && type.isAssignableTo(port))
                .map(JavaClass::getPackageName)
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> fields(JavaClass record) {
        return record.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .map(JavaField::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String jsonType(String parameter) {
        var schema = SCHEMA.path("properties").path(parameter);
        var whole =
                schema.has("$ref") ? SCHEMA.at(schema.path("$ref").asText().substring(1)) : schema;
        return whole.has("type") ? whole.path("type").asText() : typed(whole.path("enum").path(0));
    }

    private static String typed(JsonNode value) {
        return value.isInt() ? "integer" : "string";
    }

    private static String jsonType(RecordComponent component) {
        var type = component.getType();
        if (type == JsonNode.class) {
            return component.getName().equals("subscribers") ? "array" : "object";
        }
        if (type == List.class) {
            return "array";
        }
        if (type == Map.class || type.isRecord()) {
            return "object";
        }
        if (type == boolean.class) {
            return "boolean";
        }
        return type == int.class ? "integer" : "string";
    }

    private static Class<?> type(String option) {
        return Stream.of(Parameters.class.getRecordComponents())
                .filter(component -> component.getName().equals(option))
                .findFirst()
                .orElseThrow()
                .getType();
    }

    private static Set<String> names(Class<?> record) {
        return Stream.of(record.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> keys(JsonNode schema) {
        return schema.path("properties")
                .propertyStream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> texts(JsonNode schema) {
        return schema.path("enum")
                .valueStream()
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> with(Set<String> names, String more) {
        var all = new ArrayList<>(names);
        all.add(more);
        return all;
    }

    private static Set<String> without(Set<String> names, String... others) {
        var left = new TreeSet<>(names);
        left.removeAll(Set.of(others));
        return left;
    }
}
