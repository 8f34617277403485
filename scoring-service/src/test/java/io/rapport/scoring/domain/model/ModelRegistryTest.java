package io.rapport.scoring.domain.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.model.ModelRescored;
import io.rapport.scoring.domain.model.ModelRejectedException.ModelRejectionReason;
import io.rapport.scoring.domain.preview.PreviewRegistry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ModelRegistryTest {

    private static final BrandKey BRAND = new BrandKey("agency", "brand");
    private static final ChangeAttribution SAID =
            new ChangeAttribution("ops", "why not", Instant.parse("2026-03-02T10:00:00Z"));

    private final InMemoryModelRepository log = new InMemoryModelRepository();
    private final ModelRegistry desk = new ModelRegistry(log);
    private final PreviewRegistry previews = new PreviewRegistry(log, desk);

    @Test
    void standardModelCanBeActivatedBeforeThatOfTheRegistration() {
        var activated = desk.activate(BRAND, "standard-1", SAID);

        assertThat(activated.activated().sequence()).isEqualTo(1);
        assertThat(activated.activated().version()).isEqualTo("standard-1");
    }

    @Test
    void everyBrandStartsWithTheStandardModel() {
        assertThat(desk.list(BRAND)).extracting(BrandModel::model).isEqualTo(ScoringModel.standards());
        assertThat(desk.active(BRAND)).satisfies(known -> {
            assertThat(known.model()).isEqualTo(ScoringModel.standard());
            assertThat(known.activated()).isNull();
        });
    }

    @Test
    void aPublishedModelReplacesALaterStandardModelOfItsVersion() {
        var own = capped("standard-2", 7);
        log.publish(own.published(BRAND, SAID.by(), SAID.at()));

        assertThat(desk.list(BRAND)).extracting(BrandModel::model).containsExactly(ScoringModel.standard(), own);
    }

    @Test
    void missingValuesAreTakenFromTheActiveModel() {
        publish("a", 5);
        desk.activate(BRAND, "a", SAID);

        var b = desk.publish(BRAND, "b", base -> capped("b", base.cap() * 2), SAID);

        assertThat(b.isNew()).isTrue();
        assertThat(b.model().model().cap()).isEqualTo(10);
    }

    @Test
    void publishingTheSameContentIsIdempotentAndOtherContentIsRejected() {
        assertThat(publish("a", 5).isNew()).isTrue();
        assertThat(publish("a", 5).isNew()).isFalse();

        assertThatThrownBy(() -> publish("a", 6))
                .isInstanceOfSatisfying(
                        ModelRejectedException.class,
                        e -> assertThat(e.reason()).isEqualTo(ModelRejectionReason.CONTENT_CONFLICT));
        assertThat(desk.get(BRAND, "a").model().cap()).isEqualTo(5);
        assertThatThrownBy(() -> publish("standard-1", 6)).isInstanceOf(ModelRejectedException.class);
    }

    @Test
    void ofTwoConcurrentPublicationsTheFirstWinsAndTheOtherIsRejected() {
        log.meanwhile = () -> new ModelRegistry(log).publish(BRAND, "a", base -> capped("a", 7), SAID);

        assertThatThrownBy(() -> publish("a", 5)).isInstanceOf(ModelRejectedException.class);

        assertThat(desk.get(BRAND, "a").model().cap()).isEqualTo(7);
    }

    @Test
    void ofTwoConcurrentEqualPublicationsOneIsNew() {
        var later = new ChangeAttribution("other", null, SAID.at().plusSeconds(1));
        log.meanwhile = () -> new ModelRegistry(log).publish(BRAND, "a", base -> capped("a", 5), later);

        assertThat(publish("a", 5).isNew()).isFalse();
    }

    @Test
    void oneModelIsActive() {
        publish("a", 5);

        var activated = desk.activate(BRAND, "a", SAID);

        assertThat(activated.activated().sequence()).isEqualTo(1);
        assertThat(desk.list(BRAND)).extracting(BrandModel::active).containsExactly(false, false, true);
        assertThat(desk.activate(BRAND, "a", SAID).activated().sequence()).isEqualTo(1);
        assertThat(desk.activate(BRAND, "standard-1", SAID).activated().sequence())
                .isEqualTo(2);
        assertThatThrownBy(() -> desk.activate(BRAND, "b", SAID))
                .isInstanceOfSatisfying(
                        ModelRejectedException.class,
                        e -> assertThat(e.reason()).isEqualTo(ModelRejectionReason.UNKNOWN_MODEL));
    }

    @Test
    void rescoringStartsWhenTheStreamReportsIt() {
        publish("a", 5);
        log.rescored.put(BRAND, new ModelRescored("agency", "brand", "standard-1", 7, 7, true, 3));

        assertThat(desk.activate(BRAND, "a", SAID).rescored())
                .isEqualTo(new ModelRescored("agency", "brand", "a", 0, 7, false, 3));
    }

    @Test
    void aModelOfAnotherBrandIsUnknown() {
        publish("a", 5);

        assertThat(desk.list(new BrandKey("agency", "other")))
                .extracting(BrandModel::model)
                .isEqualTo(ScoringModel.standards());
    }

    @Test
    void aPreviewUsesTheCurrentDayAndActiveModel() {
        publish("a", 5);
        assertThatThrownBy(() -> previews.request(BRAND, "a", UUID.randomUUID(), SAID))
                .isInstanceOfSatisfying(
                        ModelRejectedException.class,
                        e -> assertThat(e.reason()).isEqualTo(ModelRejectionReason.NO_DAY));

        log.days.put(BRAND, LocalDate.parse("2026-03-02"));
        var preview = previews.request(BRAND, "a", UUID.randomUUID(), SAID);

        assertThat(preview.asOf()).isEqualTo(LocalDate.parse("2026-03-02"));
        assertThat(preview.active()).isEqualTo("standard-1");
        assertThat(previews.find(BRAND, "a")).isEqualTo(preview);
        assertThat(previews.find(BRAND, "standard-1")).isNull();

        previews.request(BRAND, "standard-1", UUID.randomUUID(), SAID);
        assertThat(previews.find(BRAND, "a")).isNull();
    }

    private ModelRegistry.Publication publish(String version, int cap) {
        return desk.publish(BRAND, version, base -> capped(version, cap), SAID);
    }

    private static ScoringModel capped(String version, int cap) {
        var m = ScoringModel.standard();
        return new ScoringModel(
                version,
                m.inbound(),
                m.effort(),
                cap,
                m.halfLife(),
                m.saturation(),
                m.share(),
                m.sentiment(),
                m.stages(),
                m.warmthHalfLife(),
                m.captiveStage());
    }
}
