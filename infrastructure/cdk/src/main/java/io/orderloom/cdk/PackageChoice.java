package io.orderloom.cdk;

/** Which packages a stage takes. */
enum PackageChoice {
    /** Whatever is built: an executable where there is one, class files for the rest. */
    ANY,
    /** Executables only; class files are refused. */
    NATIVE,
    /** Class files only. */
    JVM;

    boolean takes(FunctionPackage.Kind kind) {
        return switch (this) {
            case ANY -> true;
            case NATIVE -> kind != FunctionPackage.Kind.JVM;
            case JVM -> kind == FunctionPackage.Kind.JVM;
        };
    }
}
