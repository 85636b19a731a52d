package io.github.cucmcerts.text;

/** A parameter has a wrong value. The message is in English. */
public final class WrongValue extends IllegalArgumentException {
    private final transient Message text;

    private WrongValue(Message text) {
        super(text.toString());
        this.text = text;
    }

    /** As {@link Message#of}. */
    public static WrongValue of(String key, String english, Object... values) {
        return new WrongValue(Message.of(key, english, values));
    }

    /** What is wrong, and what is allowed. */
    public Message text() {
        return text;
    }
}
