package org.onex.foundation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CompleteRequestsTests {

    private record Contact(String phone, @Nullable String name) {}

    private record Body(String title, @Nullable Contact contact, List<Contact> others) {}

    @Test
    void whatMayBeAbsentMayBeAbsent() {
        assertThatCode(() -> CompleteRequests.requireComplete("", new Body("x", null, List.of(new Contact("1", null)))))
                .doesNotThrowAnyException();
    }

    @Test
    void whatMustBeThereIsNamedByItsPath() {
        assertMissing("title", new Body(null, null, List.of()));
        assertMissing("contact.phone", new Body("x", new Contact(null, "y"), List.of()));
        assertMissing("others[1].phone", new Body("x", null, List.of(new Contact("1", null), new Contact(null, null))));
        assertMissing("others[0]", new Body("x", null, Arrays.asList((Contact) null)));
        assertMissing("others", new Body("x", null, null));
    }

    private static void assertMissing(String field, Body body) {
        assertThatExceptionOfType(RequestRefused.class)
                .isThrownBy(() -> CompleteRequests.requireComplete("", body))
                .satisfies(e -> {
                    assertThat(e.code()).isEqualTo("request.invalid");
                    assertThat(e.facts()).containsEntry("field", field);
                });
    }
}
