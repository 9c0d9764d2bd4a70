package org.onex.node.courier;

/** The centre did not say what could be believed; asked again later. Not a refusal: nobody is at fault at this node. */
final class CenterAway extends RuntimeException {

    /** Nobody answers. */
    static final String AWAY = CourierRefused.Code.CENTER_AWAY.code();
    /** Somebody answers who is not the centre that this node was enrolled at. */
    static final String FORGED = CourierRefused.Code.CENTER_FORGED.code();

    private final String code;

    /**
     * @param code {@link #AWAY}, {@link #FORGED}, or what the centre itself said, {@code node.withdrawn}
     */
    CenterAway(String code, String message) {
        super(message);
        this.code = code;
    }

    CenterAway(String message, Throwable cause) {
        super(message, cause);
        this.code = AWAY;
    }

    String code() {
        return code;
    }
}
