package org.onex.center.catalog;

import java.util.Map;
import org.onex.contract.kernel.DomainError;
import org.onex.contract.kernel.ErrorCode;

/** Something that cannot be done with a qualification. */
public final class CatalogRefused extends DomainError {

    /** Why. */
    public enum Code implements ErrorCode {
        /** Fact {@code field}. */
        INVALID(Kind.INVALID),
        /** Fact {@code name}: another qualification is called so. */
        NAME_TAKEN(Kind.CONFLICT),
        /** Fact {@code code}: the qualification belongs to another awarding body. */
        NOT_YOUR_QUALIFICATION(Kind.FORBIDDEN);

        private final Kind kind;

        Code(Kind kind) {
            this.kind = kind;
        }

        @Override
        public String module() {
            return "catalog";
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }

    private CatalogRefused(Code code, Map<String, ?> facts) {
        super(code, facts);
    }

    static void require(boolean right, String field) {
        if (!right) {
            throw new CatalogRefused(Code.INVALID, Map.of("field", field));
        }
    }

    static CatalogRefused nameTaken(String name) {
        return new CatalogRefused(Code.NAME_TAKEN, Map.of("name", name));
    }

    static CatalogRefused notYours(String code) {
        return new CatalogRefused(Code.NOT_YOUR_QUALIFICATION, Map.of("code", code));
    }
}
