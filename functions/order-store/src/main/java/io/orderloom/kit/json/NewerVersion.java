package io.orderloom.kit.json;

/**
 * What is to be read was written by a version of Orderloom that knows more than this one. It is
 * sound and says what it is; only this version can't tell what it means. So it is no bug: it is
 * left for that version, or one after it.
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
