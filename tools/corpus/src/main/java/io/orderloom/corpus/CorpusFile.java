package io.orderloom.corpus;

import java.nio.file.Path;

/**
 * A file of payloads.
 *
 * @param name its path below the corpus, for a person
 * @param platform the system that sends such payloads, which is also the name of its source
 * @param topic the kind of payload, in the corpus's own words; empty if nothing tells it
 */
record CorpusFile(Path path, String name, String platform, String topic) {}
