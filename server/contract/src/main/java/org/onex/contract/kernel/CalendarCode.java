package org.onex.contract.kernel;

/** Why the working calendar cannot answer. */
public enum CalendarCode implements ErrorCode {
    /** Fact {@code year}: no statutory calendar of it is loaded. */
    YEAR_UNKNOWN;

    @Override
    public String module() {
        return "calendar";
    }

    @Override
    public DomainError.Kind kind() {
        return DomainError.Kind.CONFLICT;
    }
}
