package io.rapport.standalone.cli;

import io.rapport.standalone.launcher.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Opens a link in the browser of the desktop. The command gets the name of a file that redirects to the link and that only its
 * owner may read: other users of the machine can see the arguments of a process, and the link has a token.
 *
 * @param file the file that redirects
 * @param command the program of the desktop that opens a file; empty where there is no desktop
 */
record BrowserLauncher(PrivateFile file, Optional<Path> command) implements AutoCloseable {

    /** The system property that is true when the output is a terminal. */
    static final String TERMINAL = "rapport.terminal";

    private static final String LINUX = "xdg-open";
    private static final String MAC = "open";

    /**
     * A launcher with its file in a folder.
     *
     * @param environment the environment of this process
     */
    static BrowserLauncher in(Path folder, Map<String, String> environment) {
        var name = System.getProperty("os.name", "").startsWith("Mac") ? MAC : LINUX;
        var desktop = name.equals(MAC)
                || Stream.of("DISPLAY", "WAYLAND_DISPLAY")
                        .anyMatch(variable ->
                                !environment.getOrDefault(variable, "").isBlank());
        return new BrowserLauncher(
                new PrivateFile(folder.toAbsolutePath().resolve("open.html")),
                Optional.of(name).filter(each -> desktop).flatMap(each -> find(each, environment)));
    }

    /** Opens a link; returns whether the command was started. A browser that does not start is no failure of the demo. */
    boolean open(String link) {
        if (command.isEmpty()) {
            return false;
        }
        try {
            file.write(redirectTo(link));
            var arguments = List.of(command.get().toString(), file.path().toString());
            new ProcessBuilder(arguments)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Deletes the file. */
    @Override
    public void close() {
        try {
            file.delete();
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file.path() + " could not be deleted", e);
        }
    }

    private static String redirectTo(String link) {
        return "<!DOCTYPE html><meta charset=\"utf-8\"><title>Rapport</title><meta http-equiv=\"refresh\" content=\"0; url="
                + link.replace("&", "&amp;").replace("\"", "&quot;") + "\">\n";
    }

    private static Optional<Path> find(String program, Map<String, String> environment) {
        return Stream.of(environment.getOrDefault("PATH", "").split(":"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder).resolve(program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
