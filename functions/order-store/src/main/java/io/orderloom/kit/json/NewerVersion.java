package io.orderloom.kit.json;

/**
 * A value was written by a newer version of Orderloom. It is valid, but this version can't
 * interpret it. That is no bug: the message waits until that version or a later one is deployed.
 */
public final class NewerVersion extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    NewerVersion(String what) {
        super(what);
    }

    public NewerVersion(String what, Throwable cause) {
        super(what, cause);
    }
}
