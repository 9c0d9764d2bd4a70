package org.onex.foundation.web;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says in OpenAPI what our records say in Java: every component is there, and only what is {@code @Nullable} may be null. The web's
 * types are generated from it.
 */
final class RecordSchemas implements ModelConverter {

    private static final String OURS = "org.onex.";

    private final JsonMapper json;

    RecordSchemas(JsonMapper json) {
        this.json = json;
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> schema = chain.next().resolve(type, context, chain);
        var raw = rawClass(type);
        if (schema != null && raw != null && raw.isRecord() && raw.getName().startsWith(OURS)) {
            complete(definition(schema, context), raw);
        }
        return schema;
    }

    private static void complete(Schema<?> definition, Class<?> record) {
        var properties = definition.getProperties();
        if (properties == null) {
            return;
        }
        for (var component : record.getRecordComponents()) {
            Schema<?> property = properties.get(component.getName());
            if (property == null) {
                continue;
            }
            definition.addRequiredItem(component.getName());
            if (isNullable(component)) {
                properties.put(component.getName(), orNull(property));
            }
        }
    }

    private static Schema<?> orNull(Schema<?> property) {
        if (property.get$ref() != null) {
            return new Schema<>().anyOf(List.of(property, new Schema<>().types(Set.of("null"))));
        }
        var types = new LinkedHashSet<String>();
        if (property.getTypes() != null) {
            types.addAll(property.getTypes());
        } else if (property.getType() != null) {
            types.add(property.getType());
        }
        types.add("null");
        property.setTypes(types);
        return property;
    }

    private static Schema<?> definition(Schema<?> schema, ModelConverterContext context) {
        var reference = schema.get$ref();
        if (reference == null) {
            return schema;
        }
        Schema<?> defined = context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
        return defined == null ? schema : defined;
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private @Nullable Class<?> rawClass(AnnotatedType type) {
        if (type.getType() == null) {
            return null;
        }
        if (type.getType() instanceof com.fasterxml.jackson.databind.JavaType known) {
            return known.getRawClass();
        }
        JavaType constructed = json.constructType(type.getType());
        return constructed.getRawClass();
    }
}
