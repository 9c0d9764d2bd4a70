package org.onex.contract.kernel;

import java.util.Locale;

/**
 * One way in which a module says no: an enum constant per code. The catalogue of all codes is built from these enums, and the web must
 * have a sentence for each.
 */
public interface ErrorCode {

    /** The module that refuses, as in the API path: {@code plan}. */
    String module();

    /** The constant's name, {@code NOTICE_PUBLISHED}. */
    String name();

    DomainError.Kind kind();

    /** The stable code that travels: {@code plan.notice-published}. */
    default String code() {
        return module() + "." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
