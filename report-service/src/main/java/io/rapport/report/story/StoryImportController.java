package io.rapport.report.story;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.report.domain.identity.PersonDirectory;
import io.rapport.report.domain.story.StoryService;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.list.CsvRow;
import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Imports stories from a CSV file. A row that was imported before is not imported again. */
@RestController
class StoryImportController {

    private static final int MAX_ROWS = 1_000;

    private final BrandCatalogue catalogue;
    private final StoryService stories;
    private final StoryHandler handler;
    private final PersonDirectory directory;

    StoryImportController(
            BrandCatalogue catalogue, StoryService stories, StoryHandler handler, PersonDirectory directory) {
        this.catalogue = catalogue;
        this.stories = stories;
        this.handler = handler;
        this.directory = directory;
    }

    /**
     * The result of an import.
     *
     * @param accepted the number of stories that were written down
     * @param duplicates the number of rows that had been imported before
     */
    record StoryImport(int accepted, int duplicates, List<RejectedRow> rejected) {}

    /**
     * A row that was not imported.
     *
     * @param line its first line in the file
     */
    record RejectedRow(long line, String message) {}

    @Operation(
            summary = "Import stories from CSV with the columns person (an id) or channel and handle, kind, day and"
                    + " text, at most 1 000 rows. Needs a token with the scope ADMIN")
    @PostMapping(path = "/v1/agencies/{agency}/brands/{brand}/stories/imports", consumes = "text/csv")
    StoryImport importStories(BrandKey brand, @RequestBody String csv, Caller caller) {
        catalogue.require(brand);
        var accepted = 0;
        var duplicates = 0;
        var rejected = new ArrayList<RejectedRow>();
        for (var row : rows(csv)) {
            try {
                if (save(brand, row, caller)) {
                    accepted++;
                } else {
                    duplicates++;
                }
            } catch (ProblemException e) {
                if (e.problem().status() >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
                    throw e;
                }
                rejected.add(
                        new RejectedRow(row.getStartingLineNumber(), e.problem().detail()));
            }
        }
        return new StoryImport(accepted, duplicates, List.copyOf(rejected));
    }

    /** Returns false for a row that was imported before. */
    private boolean save(BrandKey brand, NamedCsvRecord row, Caller caller) {
        var person = person(brand, row);
        var request = new StoryRequest(cell(row, "kind"), cell(row, "day"), CsvRow.read(cell(row, "text")));
        var id = DeterministicIds.of(
                "story",
                brand.key(
                        String.join("\n", person.toString(), request.storyDay().toString(), request.storyText())));
        if (stories.find(brand, person).stream()
                .anyMatch(told -> told.story().id().equals(id))) {
            return false;
        }
        handler.tell(brand, person, id, request, caller);
        return true;
    }

    private UUID person(BrandKey brand, NamedCsvRecord row) {
        var text = cell(row, "person");
        if (!text.isEmpty()) {
            try {
                return directory.resolveSurvivor(brand, UUID.fromString(text));
            } catch (IllegalArgumentException e) {
                throw Problem.invalid("person", "person is the id of a person, a UUID.")
                        .asException();
            }
        }
        var handle = new HandleKey(brand, cell(row, "channel"), cell(row, "handle"));
        var found = directory.findOwners(brand, List.of(handle)).get(handle);
        if (found == null) {
            throw Problem.invalid(
                            "handle", "No person has this handle: give channel and handle, or the id of a person.")
                    .asException();
        }
        return directory.resolveSurvivor(brand, found);
    }

    private static List<NamedCsvRecord> rows(String csv) {
        try (var reader = CsvReader.builder().ofNamedCsvRecord(csv.startsWith("\uFEFF") ? csv.substring(1) : csv)) {
            var rows = reader.stream().limit(MAX_ROWS + 1L).toList();
            if (rows.size() > MAX_ROWS) {
                throw Problem.invalid("body", "A file has at most " + MAX_ROWS + " rows; send it in parts.")
                        .asException();
            }
            return rows;
        } catch (CsvParseException e) {
            throw Problem.invalid("body", "The file is not CSV: " + e.getMessage())
                    .asException();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cell(NamedCsvRecord row, String column) {
        return row.getHeader().stream()
                .filter(name -> name.strip().toLowerCase(Locale.ROOT).equals(column))
                .findFirst()
                .flatMap(row::findField)
                .map(String::strip)
                .orElse("");
    }
}
