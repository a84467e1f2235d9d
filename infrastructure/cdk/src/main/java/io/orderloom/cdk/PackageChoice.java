package io.orderloom.cdk;

/** The choice of packages that a stage uses. */
enum PackageChoice {
    /** An executable where one is built for the stage's machines, class files for the rest. */
    ANY,
    /** Executables only. */
    NATIVE,
    /** Class files only. */
    JVM,
    /**
     * Anything that runs as a process by itself: an executable, or class files with a script that
     * starts Java. For an emulator without Lambda's Java runtime.
     */
    PROCESS
}
