package io.rapport.ingest.source.preset;

import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.ingest.domain.engagement.EngagementPreview;
import io.rapport.ingest.domain.input.IntakeRequest;
import io.rapport.ingest.domain.input.SampleRows;
import io.rapport.ingest.domain.mapping.ColumnSample;
import io.rapport.ingest.domain.mapping.EngagementColumns;
import io.rapport.ingest.domain.mapping.EngagementMapping;
import io.rapport.ingest.domain.mapping.EngagementMappingReader;
import io.rapport.ingest.domain.mapping.EngagementRowMapper;
import io.rapport.ingest.domain.mapping.MappingQuestion;
import io.rapport.ingest.domain.mapping.MappingQuestions;
import io.rapport.ingest.domain.mapping.PresetCatalogue;
import io.rapport.ingest.source.json.JsonRowFile;
import io.rapport.ingest.source.table.RowFile;
import io.rapport.ingest.source.table.TableFile;
import io.rapport.ingest.source.table.TableFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads files of engagements as an import does, without the service. */
final class MappedFileFixture {

    static final PresetCatalogue PRESETS = PresetFileReader.readAll();
    static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

    private MappedFileFixture() {}

    /** What a file is read as. */
    record Read(
            EngagementColumns columns,
            List<MappingQuestion> questions,
            List<EngagementReceived> engagements,
            List<String> rejected,
            Map<String, String> warnings,
            int skipped,
            List<String> notes) {

        String preset() {
            return columns.preset().map(preset -> preset.name()).orElse("");
        }

        EngagementReceived only() {
            if (engagements.size() != 1) {
                throw new AssertionError(engagements + " " + rejected);
            }
            return engagements.get(0);
        }
    }

    static Read table(String text, @Nullable String source, Map<String, ?> given) {
        return read(text.getBytes(StandardCharsets.UTF_8), false, source, given);
    }

    static Read json(String text, @Nullable String source, Map<String, ?> given) {
        return read(text.getBytes(StandardCharsets.UTF_8), true, source, given);
    }

    static Read read(byte[] bytes, boolean json, @Nullable String source, Map<String, ?> given) {
        var mapping = new EngagementMappingReader(PRESETS).read(given);
        try (var file = open(bytes, json, mapping)) {
            var columns = EngagementColumns.detect(file.header(), PRESETS, EngagementMapping.EMPTY, mapping);
            var sample = new ColumnSample(file.sample(EngagementColumns.SAMPLE_SIZE));
            var brand = SampleRows.BRAND;
            var mapper = new EngagementRowMapper(columns, sample, ZoneId.of(brand.timeZone()), !json);
            return read(file, columns, sample, mapper, source, brand);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Read read(
            RowFile file,
            EngagementColumns columns,
            ColumnSample sample,
            EngagementRowMapper mapper,
            @Nullable String source,
            BrandRegistered brand) {
        var name = source != null
                ? source
                : columns.preset().map(preset -> preset.name()).orElse(null);
        var preview = new EngagementPreview(
                new IntakeRequest(
                        brand, new UUID(0, 1), NOW, name, columns.mapping().epoch()),
                SampleRows.HASHES);
        var engagements = new ArrayList<EngagementReceived>();
        var rejected = new ArrayList<String>();
        var warnings = new java.util.HashMap<String, String>();
        file.forEachRemaining(row -> mapper.map(row).forEach(each -> {
            var read = preview.read(each);
            warnings.putAll(read.warnings());
            if (read.engagement() != null) {
                engagements.add(read.engagement());
            } else {
                rejected.add(read.rejected().message());
            }
        }));
        var notes = new ArrayList<String>();
        file.notes().forEach(note -> notes.add(note.message()));
        mapper.notes().forEach(note -> notes.add(note.message()));
        return new Read(
                columns,
                MappingQuestions.of(columns, sample, source),
                engagements,
                rejected,
                warnings,
                mapper.skipped(),
                notes);
    }

    /** What a rejected row of a table would be kept as. */
    static String raw(String text, Map<String, ?> given) {
        var mapping = new EngagementMappingReader(PRESETS).read(given);
        try (var file = open(text.getBytes(StandardCharsets.UTF_8), false, mapping)) {
            var columns = EngagementColumns.detect(file.header(), PRESETS, EngagementMapping.EMPTY, mapping);
            var sample = new ColumnSample(file.sample(EngagementColumns.SAMPLE_SIZE));
            return new EngagementRowMapper(columns, sample, ZoneId.of("UTC"), true)
                    .map(file.next())
                    .get(0)
                    .raw();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RowFile open(byte[] bytes, boolean json, EngagementMapping mapping) throws IOException {
        var in = new ByteArrayInputStream(bytes);
        return json
                ? JsonRowFile.open(in, 1_000)
                : TableFile.open(
                        in,
                        null,
                        new TableFormat(
                                true, 1_000, cell -> EngagementColumns.isColumnName(cell, PRESETS, mapping), null));
    }
}
