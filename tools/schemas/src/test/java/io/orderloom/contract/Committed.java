package io.orderloom.contract;

import io.orderloom.contract.gate.Publication;
import java.nio.file.Path;

/**
 * The project as it is checked out, and the contracts that its code makes; made once, because it
 * takes a second.
 */
public final class Committed {
    private static final Path ROOT = Path.of(System.getProperty("orderloom.root", "../.."));

    public static final Publication PUBLICATION = new Publication(ROOT.resolve("docs"));
    public static final Contracts CONTRACTS = Contracts.of(ROOT);

    private Committed() {}
}
