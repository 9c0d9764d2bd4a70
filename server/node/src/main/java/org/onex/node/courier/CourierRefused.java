package org.onex.node.courier;

import java.util.Map;
import org.onex.contract.kernel.DomainError;
import org.onex.contract.kernel.ErrorCode;

/** Why nothing is brought onto this node. */
final class CourierRefused extends DomainError {

    enum Code implements ErrorCode {
        NOT_THE_TECHNICIAN(Kind.UNAUTHENTICATED),
        OUT_OF_RANGE(Kind.INVALID);

        private final Kind kind;

        Code(Kind kind) {
            this.kind = kind;
        }

        @Override
        public String module() {
            return "courier";
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }

    private CourierRefused(Code code, Map<String, ?> facts) {
        super(code, facts);
    }

    static CourierRefused notTheTechnician() {
        return new CourierRefused(Code.NOT_THE_TECHNICIAN, Map.of());
    }

    static CourierRefused outOfRange(String field, int from, int to) {
        return new CourierRefused(Code.OUT_OF_RANGE, Map.of("field", field, "from", from, "to", to));
    }
}
