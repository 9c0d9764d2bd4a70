package org.onex.center.marking;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A form as candidates had it (考生卷), as far as a marker needs it. */
record AskedPaper(String title, List<AskedSection> sections) {

    record AskedSection(List<AskedItem> items) {

        AskedSection {
            items = List.copyOf(items);
        }
    }

    record AskedItem(String id, String stem, @Nullable Integer maxLength) {}

    AskedPaper {
        sections = List.copyOf(sections);
    }

    /** @throws RuntimeException if it is no paper */
    static AskedPaper read(byte[] sealed, JsonMapper json) {
        return json.readValue(sealed, AskedPaper.class);
    }

    AskedItem item(String id) {
        return sections.stream()
                .flatMap(section -> section.items().stream())
                .filter(item -> item.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the paper does not ask " + id));
    }
}
