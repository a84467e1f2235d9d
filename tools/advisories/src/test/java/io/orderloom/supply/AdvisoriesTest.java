package io.orderloom.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdvisoriesTest {
    private static final Instant NOW = Instant.parse("2026-11-29T00:00:00Z");
    private static final String FRESH = "2026-11-20T08:00:00Z";
    private static final String TOO_OLD = "2026-10-29T23:59:59Z";
    private static final String LIBRARY = "org.example:library";
    private static final String UP_TO_2 = "{\"introduced\":\"0\"},{\"fixed\":\"2.0\"}";

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir private Path directory;
    private Path sbom = Path.of("");

    @BeforeEach
    void materials() throws IOException {
        sbom = Osv.sbom(directory.resolve("sbom.json"), LIBRARY, "1.4");
    }

    @Test
    void a_vulnerable_library_is_named_with_its_advisory_its_fix_and_the_modules_it_is_in()
            throws IOException {
        var list = list(Osv.record("GHSA-1", FRESH, LIBRARY, UP_TO_2));

        var verdict = check(Optional.of(list));

        assertThat(verdict.status()).isEqualTo(1);
        assertThat(said())
                .contains(
                        "org.example:library:1.4: GHSA-1 bad things happen; fixed in 2.0; in"
                                + " orderloom-intake")
                .contains("advisories: verdict=found date=2026-11-20T08:00:00Z sha256=");
    }

    @Test
    void a_fresh_list_that_knows_of_nothing_is_a_pass_with_its_date_and_hash()
            throws IOException, NoSuchAlgorithmException {
        var list =
                Osv.zip(
                        directory.resolve("all.zip"),
                        Osv.record("GHSA-1", FRESH, "org.example:other", UP_TO_2));

        var verdict = check(Optional.of(list));

        var sha256 = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(list));
        assertThat(verdict.status()).isZero();
        assertThat(said())
                .contains("2 components against 1 advisories of 2026-11-20T08:00:00Z (8 days old)")
                .endsWith(
                        "advisories: verdict=clean date=2026-11-20T08:00:00Z sha256=%s%n"
                                .formatted(HexFormat.of().formatHex(sha256)));
    }

    @Test
    void without_a_list_nothing_was_checked() {
        var verdict = check(Optional.empty());

        assertThat(verdict.status()).isEqualTo(3);
        assertThat(said())
                .startsWith("!!! NOT CHECKED FOR KNOWN VULNERABILITIES: no list was given")
                .endsWith("advisories: verdict=not-checked%n".formatted());
    }

    @Test
    void a_list_that_is_not_there_checks_nothing() {
        var verdict = check(Optional.of(directory.resolve("nowhere.zip")));

        assertThat(verdict.status()).isEqualTo(3);
        assertThat(said()).contains("NOT CHECKED", "nowhere.zip does not exist");
    }

    @Test
    void a_list_older_than_thirty_days_is_never_a_pass() throws IOException {
        var list = list(Osv.record("GHSA-1", TOO_OLD, "org.example:other", UP_TO_2));

        var verdict = check(Optional.of(list));

        assertThat(verdict.status()).isEqualTo(3);
        assertThat(said())
                .contains("NOT CHECKED", "the list is 30 days old, and may be 30 at most");
    }

    @Test
    void advisories_of_an_old_list_are_still_found() throws IOException {
        var list = list(Osv.record("GHSA-1", TOO_OLD, LIBRARY, UP_TO_2));

        assertThat(check(Optional.of(list)).status()).isEqualTo(1);
    }

    @Test
    void a_list_of_the_future_is_never_a_pass() throws IOException {
        var list = list(Osv.record("GHSA-1", "2027-05-01T00:00:00Z", "org.example:other", UP_TO_2));

        assertThat(check(Optional.of(list)).status()).isEqualTo(3);
    }

    @Test
    void a_list_that_knows_no_package_of_maven_checks_nothing() throws IOException {
        var list = list(Osv.record("X", FRESH, LIBRARY, UP_TO_2).replace("\"Maven\"", "\"npm\""));

        assertThat(check(Optional.of(list)).status()).isEqualTo(3);
        assertThat(said()).contains("has no OSV record about a package of Maven");
    }

    @Test
    void a_record_that_can_t_be_read_spoils_the_list_and_is_named() throws IOException {
        var list = list(Osv.record("GHSA-1", FRESH, "org.example:other", UP_TO_2), "{\"id\": 7");

        assertThat(check(Optional.of(list)).status()).isEqualTo(3);
        assertThat(said()).contains("record-1.json is no OSV record");
    }

    @Test
    void a_withdrawn_advisory_does_not_count() throws IOException {
        var withdrawn =
                Osv.record("GHSA-1", FRESH, LIBRARY, UP_TO_2)
                        .replace(
                                "\"summary\"",
                                "\"withdrawn\": \"%s\", \"summary\"".formatted(FRESH));
        var list = list(withdrawn, Osv.record("GHSA-2", FRESH, "org.example:other", UP_TO_2));

        assertThat(check(Optional.of(list)).status()).isZero();
    }

    @Test
    void a_bill_of_materials_without_components_is_refused() throws IOException {
        Files.writeString(sbom, "{}");
        var list = list(Osv.record("GHSA-1", FRESH, LIBRARY, UP_TO_2));

        assertThat(check(Optional.of(list)).status()).isEqualTo(3);
    }

    private Path list(String... records) throws IOException {
        return Osv.directory(directory.resolve("osv"), records);
    }

    private Verdict check(Optional<Path> list) {
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new Advisories(out, NOW).check(sbom, list);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
