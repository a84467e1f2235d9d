package io.orderloom.cdk;

/** Which packages a stage takes. */
enum PackageChoice {
    /** An executable where one is built for the stage's machines, class files for the rest. */
    ANY,
    /** Executables only. */
    NATIVE,
    /** Class files only. */
    JVM,
    /**
     * What runs as a process by itself: an executable, or class files with a script that starts
     * Java. For an emulator that has no Java runtime of Lambda's.
     */
    PROCESS
}
