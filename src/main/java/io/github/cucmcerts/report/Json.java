package io.github.cucmcerts.report;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import java.io.Writer;

/** JSON that people may read, the same on every system. */
final class Json {
    private Json() {}

    static JsonWriter to(Writer writer) {
        JsonWriter json = new JsonWriter(writer);
        json.setFormattingStyle(FormattingStyle.PRETTY.withNewline("\n"));
        return json;
    }
}
