package io.orderloom.contract.schema;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinition.AttributeInclusion;
import com.github.victools.jsonschema.generator.CustomDefinition.DefinitionType;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.generator.TypeScope;
import io.orderloom.money.Amount;
import io.orderloom.money.Money;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the schema of a record or a sealed type, with all its definitions. */
public final class RecordSchemas {
    private final Codec codec;
    private final Docstrings docs;
    private final SchemaGenerator generator;

    public RecordSchemas(ObjectMapper mapper, Docstrings docs) {
        this.codec = new Codec(mapper);
        this.docs = docs;
        var config =
                new SchemaGeneratorConfigBuilder(
                        mapper, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON);
        config.with(Option.DEFINITIONS_FOR_ALL_OBJECTS)
                .without(Option.SCHEMA_VERSION_INDICATOR, Option.FLATTENED_OPTIONALS);
        config.forTypesInGeneral()
                .withDefinitionNamingStrategy((key, _) -> name(key.getType().getErasedType()))
                .withPropertySorter((_, _) -> 0)
                .withDescriptionResolver(this::description)
                .withCustomDefinitionProvider(this::custom)
                .withTypeAttributeOverride(this::complete);
        config.forFields()
                .withTargetTypeOverridesResolver(RecordSchemas::contentOfOptional)
                .withRequiredCheck(RecordSchemas::required)
                .withDescriptionResolver(this::description);
        this.generator = new SchemaGenerator(config.build());
    }

    public ObjectNode of(Class<?> type) {
        return generator.generateSchema(type);
    }

    /** A name such as {@code Line.Duty}, which does not depend on the rest of the schema. */
    static String name(Class<?> type) {
        return type.getCanonicalName().substring(type.getPackageName().length() + 1);
    }

    private @Nullable CustomDefinition custom(ResolvedType type, SchemaGenerationContext context) {
        var erased = type.getErasedType();
        var inline = TextForm.whereUsed(erased);
        if (inline.isPresent()) {
            return new CustomDefinition(inline.get(), true);
        }
        if (Map.class.isAssignableFrom(erased)) {
            return new CustomDefinition(map(type, context), true);
        }
        return ours(type, erased, context)
                .map(schema ->
                        new CustomDefinition(
                                schema, DefinitionType.ALWAYS_REF, AttributeInclusion.YES))
                .orElse(null);
    }

    private Optional<ObjectNode> ours(
            ResolvedType type, Class<?> erased, SchemaGenerationContext context) {
        var text = TextForm.ofTheModel(erased);
        if (text.isPresent() || !erased.getName().startsWith("io.orderloom.")) {
            return text;
        }
        if (erased.isEnum()) {
            return Optional.of(enumeration(erased, context));
        }
        if (erased == Amount.class) {
            return Optional.of(amount(context));
        }
        if (erased.isSealed()) {
            return Optional.of(cases(erased, context));
        }
        if (codec.writesComponents(erased)) {
            return Optional.empty();
        }
        throw new IllegalStateException(
                "the codec writes %s in a form of its own; describe it in TextForm"
                        .formatted(type));
    }

    /**
     * If the keys are constants, each is a property of the schema, so that the loss of one is
     * noticed.
     */
    private ObjectNode map(ResolvedType type, SchemaGenerationContext context) {
        var key = context.getTypeContext().getTypeParameterFor(type, Map.class, 0).getErasedType();
        var value = context.getTypeContext().getTypeParameterFor(type, Map.class, 1);
        var schema = node(context).put("type", "object");
        if (key.isEnum()) {
            var properties = schema.putObject("properties");
            for (var constant : codec.constants(key)) {
                properties.set(constant, context.createDefinitionReference(value));
            }
            return schema;
        }
        schema.set("additionalProperties", context.createDefinitionReference(value));
        return schema;
    }

    private ObjectNode enumeration(Class<?> type, SchemaGenerationContext context) {
        var schema = node(context).put("type", "string");
        codec.constants(type).forEach(schema.putArray("enum")::add);
        return schema;
    }

    /** One text if both ledgers have the same amount, otherwise transaction and settlement. */
    private static ObjectNode amount(SchemaGenerationContext context) {
        var money = context.getTypeContext().resolve(Money.class);
        var schema = node(context);
        var forms = schema.putArray("oneOf");
        forms.add(context.createDefinitionReference(money));
        forms.addObject()
                .put("type", "array")
                .put("minItems", 2)
                .put("maxItems", 2)
                .set("items", context.createDefinitionReference(money));
        return schema;
    }

    private static ObjectNode cases(Class<?> sealed, SchemaGenerationContext context) {
        var schema = node(context);
        ArrayNode cases = schema.putArray("oneOf");
        Arrays.stream(sealed.getPermittedSubclasses())
                .map(context.getTypeContext()::resolve)
                .map(context::createDefinitionReference)
                .forEach(cases::add);
        return schema;
    }

    private void complete(ObjectNode schema, TypeScope scope, SchemaGenerationContext context) {
        var type = scope.getType().getErasedType();
        if (type.isRecord() && codec.writesComponents(type)) {
            var types = context.getTypeContext();
            codec.added(type)
                    .forEach((name, added) ->
                            schema.withObjectProperty("properties")
                                    .set(
                                            name,
                                            context.createDefinitionReference(
                                                    types.resolve(added))));
            codec.discriminator(type)
                    .ifPresent(property -> nameTheCase(schema, property, codec.caseName(type)));
        }
    }

    private static void nameTheCase(ObjectNode schema, String property, String name) {
        var properties = schema.objectNode();
        properties.putObject(property).put("const", name);
        if (schema.remove("properties") instanceof ObjectNode others) {
            properties.setAll(others);
        }
        var required = schema.arrayNode().add(property);
        if (schema.remove("required") instanceof ArrayNode others) {
            required.addAll(others);
        }
        schema.put("type", "object");
        schema.set("properties", properties);
        schema.set("required", required);
    }

    /**
     * Leaves out the description of a type that is described where it is used: the field there has
     * one.
     */
    private @Nullable String description(TypeScope scope) {
        var type = scope.getType().getErasedType();
        return TextForm.whereUsed(type).isPresent() ? null : docs.of(type).orElse(null);
    }

    private @Nullable String description(FieldScope field) {
        return docs.of(field.getDeclaringType().getErasedType(), field.getDeclaredName())
                .orElse(null);
    }

    private static @Nullable List<ResolvedType> contentOfOptional(FieldScope field) {
        var type = field.getType();
        return type != null && type.isInstanceOf(Optional.class)
                ? List.of(field.getContext().getTypeParameterFor(type, Optional.class, 0))
                : null;
    }

    private static boolean required(FieldScope field) {
        return Codec.alwaysWritten(field.getDeclaredType().getErasedType());
    }

    private static ObjectNode node(SchemaGenerationContext context) {
        return context.getGeneratorConfig().createObjectNode();
    }
}
