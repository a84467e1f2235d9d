package io.orderloom.kit.config;

/**
 * The settings of one instance can't be used, so that its work waits until they are mended; that of
 * all others goes on. The message names the setting and the reason, and no secret's value.
 */
public final class OutOfForce extends IllegalStateException {
    private static final long serialVersionUID = 1;

    OutOfForce(String why) {
        super(why);
    }
}
