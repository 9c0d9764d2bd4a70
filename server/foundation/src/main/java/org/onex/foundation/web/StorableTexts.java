package org.onex.foundation.web;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Takes only texts that a database can store: without the character NUL, and without half of a character that needs two. */
final class StorableTexts extends StdScalarDeserializer<String> {

    StorableTexts() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        var text = StringDeserializer.instance.deserialize(parser, context);
        if (text != null && text.codePoints().anyMatch(StorableTexts::isUnstorable)) {
            throw context.weirdStringException("", String.class, "cannot be stored");
        }
        return text;
    }

    private static boolean isUnstorable(int character) {
        return character == 0 || (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE);
    }
}
