package io.rapport.report.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.report.mail.MailOutcome.MailResult;
import io.rapport.report.mail.MailProperties.MailSecurity;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpTransportTest {

    private static final MailMessage MESSAGE = new MailMessage(
            "4711@agency.example",
            "kari@agency.example",
            "Åre & Søn: March 2026\r\nBcc: ola@agency.example",
            "text",
            "<p>html</p>",
            "https://rapport.example/subscriptions/rpm_1/unsubscribe",
            null);

    @Test
    void aMailHasTheHeadersOfOneClickAndAStableIdAndNoOtherReceiver() throws IOException {
        try (var server = new SmtpServer(line -> "250 OK")) {
            assertThat(transport(server.port(), MailSecurity.NONE).send(MESSAGE))
                    .isEqualTo(MailOutcome.SENT);
            assertThat(server.lines)
                    .contains(
                            "Message-ID: <4711@agency.example>",
                            "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
                            "Auto-Submitted: auto-generated",
                            "To: kari@agency.example")
                    .anyMatch(line -> line.startsWith("List-Unsubscribe: "))
                    .noneMatch(line -> line.startsWith("Bcc:"));
            assertThat(server.lines)
                    .filteredOn(line -> line.startsWith("RCPT TO:"))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 <kari@agency.example> unknown, REFUSED, 550",
        "RCPT, 451 4.7.1 <kari@agency.example> greylisted, DELAYED, 451",
        "RCPT, 530 authentication required, UNAVAILABLE, 530",
        "., 554 5.7.1 rejected, REFUSED, 554",
        "., 452 4.2.2 full, DELAYED, 452",
        "MAIL, 553 sender refused, UNAVAILABLE, 553",
    })
    void whatTheServerAnswersDecidesWithoutTheAddressInTheError(
            String command, String answer, MailResult result, String code) throws IOException {
        try (var server = new SmtpServer(line -> line.startsWith(command) ? answer : "250 OK")) {
            var outcome = transport(server.port(), MailSecurity.NONE).send(MESSAGE);
            assertThat(outcome.result()).isEqualTo(result);
            assertThat(outcome.error()).contains(code).doesNotContain("kari");
        }
    }

    @Test
    void aServerThatIsDownOrCannotEncryptIsUnavailable() throws IOException {
        int port;
        try (var server = new SmtpServer(line -> "250 OK")) {
            port = server.port();
            assertThat(transport(port, MailSecurity.STARTTLS).send(MESSAGE).result())
                    .isEqualTo(MailResult.UNAVAILABLE);
            assertThat(server.lines).noneMatch(line -> line.startsWith("MAIL"));
        }
        assertThat(transport(port, MailSecurity.NONE).send(MESSAGE).result()).isEqualTo(MailResult.UNAVAILABLE);
    }

    private static SmtpTransport transport(int port, MailSecurity security) {
        return new SmtpTransport(new MailProperties(
                "127.0.0.1",
                port,
                "",
                "",
                "Rapport <reports@agency.example>",
                security,
                Duration.ofSeconds(10),
                "https://rapport.example",
                true,
                Duration.ofMinutes(1),
                Duration.ofMinutes(5),
                Duration.ofMinutes(1),
                Duration.ofHours(2),
                Duration.ofDays(3),
                Duration.ofDays(7)));
    }

    /** An SMTP server that answers each line with what a function returns. */
    private static final class SmtpServer implements AutoCloseable {

        private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final UnaryOperator<String> answers;

        SmtpServer(UnaryOperator<String> answers) throws IOException {
            this.answers = answers;
            var thread = new Thread(this::serve, "smtp");
            thread.setDaemon(true);
            thread.start();
        }

        int port() {
            return socket.getLocalPort();
        }

        private void serve() {
            try (var connection = socket.accept();
                    var in = new BufferedReader(
                            new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
                var out = connection.getOutputStream();
                var data = false;
                out.write("220 ready\r\n".getBytes(StandardCharsets.US_ASCII));
                for (var line = in.readLine(); line != null; line = in.readLine()) {
                    lines.add(line);
                    if (data && !line.equals(".")) {
                        continue;
                    }
                    data = line.equals("DATA");
                    var answer = data ? "354 go" : answers.apply(line);
                    out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException e) {
                // The client or the test closed the connection.
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
