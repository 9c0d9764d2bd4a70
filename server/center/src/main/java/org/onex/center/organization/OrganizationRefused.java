package org.onex.center.organization;

import java.util.Map;
import org.onex.contract.kernel.DomainError;
import org.onex.contract.kernel.ErrorCode;

/** Something that cannot be done with a party. */
public final class OrganizationRefused extends DomainError {

    /** Why. */
    public enum Code implements ErrorCode {
        /** Fact {@code field}. */
        INVALID(Kind.INVALID),
        /** Fact {@code name}: another party has this name. */
        NAME_TAKEN(Kind.CONFLICT);

        private final Kind kind;

        Code(Kind kind) {
            this.kind = kind;
        }

        @Override
        public String module() {
            return "organization";
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }

    private OrganizationRefused(Code code, Map<String, ?> facts) {
        super(code, facts);
    }

    static void require(boolean right, String field) {
        if (!right) {
            throw new OrganizationRefused(Code.INVALID, Map.of("field", field));
        }
    }

    static OrganizationRefused nameTaken(String name) {
        return new OrganizationRefused(Code.NAME_TAKEN, Map.of("name", name));
    }
}
