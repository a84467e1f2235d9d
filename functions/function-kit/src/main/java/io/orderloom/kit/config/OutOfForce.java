package io.orderloom.kit.config;

/**
 * The settings of one instance can't be used. Its work waits until they are fixed, and the work of
 * all others continues. The message names the setting and the reason, and holds no secret's value.
 */
public final class OutOfForce extends IllegalStateException {
    private static final long serialVersionUID = 1;

    OutOfForce(String why) {
        super(why);
    }
}
