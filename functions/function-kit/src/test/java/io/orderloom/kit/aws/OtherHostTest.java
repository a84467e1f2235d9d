package io.orderloom.kit.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/** A server that holds a trusted certificate, once for its own name and once for another. */
class OtherHostTest {
    private static final char[] PASSWORD = "password".toCharArray();

    @TempDir Path directory;

    @Test
    void a_server_with_the_certificate_of_its_name_is_called() throws Exception {
        assertThat(statusFrom("dns:localhost")).isEqualTo(200);
    }

    @Test
    void a_server_with_the_certificate_of_another_name_is_not_told_anything() {
        assertThatThrownBy(() -> statusFrom("dns:elsewhere.example"))
                .isInstanceOf(SSLException.class)
                .hasMessageContaining("localhost");
    }

    @Test
    void a_server_with_a_certificate_that_nobody_trusts_is_not_told_anything() throws Exception {
        var tls = tls("dns:localhost");
        var server = server(tls);
        try (var client = new KeptAliveHttpClient()) {
            assertThatThrownBy(() -> status(client, server)).isInstanceOf(SSLException.class);
        } finally {
            server.stop(0);
        }
    }

    private int statusFrom(String name) throws Exception {
        var tls = tls(name);
        var server = server(tls);
        try (var client =
                new KeptAliveHttpClient(
                        new KeptConnections(KeptConnections.bootstrap().setSslContext(tls)))) {
            return status(client, server);
        } finally {
            server.stop(0);
        }
    }

    private static int status(KeptAliveHttpClient client, HttpsServer server) throws IOException {
        var request =
                SdkHttpRequest.builder()
                        .method(SdkHttpMethod.GET)
                        .protocol("https")
                        .host("localhost")
                        .port(server.getAddress().getPort())
                        .encodedPath("/")
                        .build();
        return client.prepareRequest(HttpExecuteRequest.builder().request(request).build())
                .call()
                .httpResponse()
                .statusCode();
    }

    private static HttpsServer server(SSLContext tls) throws IOException {
        var server =
                HttpsServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        exchange.sendResponseHeaders(200, -1);
                    }
                });
        server.start();
        return server;
    }

    /** A certificate for this name, and the trust in it. */
    private SSLContext tls(String name) throws Exception {
        var file = directory.resolve("keys.p12");
        Files.deleteIfExists(file);
        var made =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "server",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=server",
                                "-ext",
                                "san=" + name,
                                "-keystore",
                                file.toString(),
                                "-storepass",
                                new String(PASSWORD))
                        .inheritIO()
                        .start()
                        .waitFor();
        assertThat(made).isZero();
        var keys = KeyStore.getInstance(file.toFile(), PASSWORD);
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        var tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return tls;
    }
}
