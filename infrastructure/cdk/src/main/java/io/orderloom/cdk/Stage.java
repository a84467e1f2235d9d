package io.orderloom.cdk;

import software.amazon.awscdk.RemovalPolicy;

/**
 * One deployment among several in an account.
 *
 * @param name lower-case letters and digits, for example {@code dev} or {@code prod}
 */
record Stage(String name, Parameters parameters) {

    Stage {
        if (!name.matches("[a-z][a-z0-9]{0,15}")) {
            throw new IllegalArgumentException(
                    "a stage is one to sixteen lower-case letters and digits, not '" + name + "'");
        }
    }

    /** The topology's name, made unique within the account. */
    String named(String name) {
        return this.name + "-" + name;
    }

    /** Tells whether the stage keeps real orders, which no mistaken command may delete. */
    boolean production() {
        return name.startsWith("prod");
    }

    /** Tells whether resources with orders or secrets are kept when the stack is deleted. */
    RemovalPolicy removal() {
        return production() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    }
}
