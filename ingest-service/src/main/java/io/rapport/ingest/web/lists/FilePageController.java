package io.rapport.ingest.web.lists;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.ingest.domain.clientlist.ClientListImportRepository;
import io.rapport.ingest.domain.column.ClientListField;
import io.rapport.ingest.domain.engagement.EngagementFieldPaths;
import io.rapport.ingest.domain.engagement.EngagementFileImportRepository;
import io.rapport.ingest.domain.mapping.PresetCatalogue;
import io.rapport.ingest.web.request.RejectionText;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.pages.PageController;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page on which files of a brand are previewed and imported, with the newest imports. */
@Controller
class FilePageController extends PageController {

    private static final List<String> CHANNELS =
            List.of("x", "facebook", "instagram", "linkedin", "mastodon", "bluesky", "youtube", "reddit", "chat");

    private final BrandCatalogue brands;
    private final PresetCatalogue presets;
    private final SampleFileCatalogue samples;
    private final ClientListImportRepository lists;
    private final EngagementFileImportRepository files;

    FilePageController(
            BrandCatalogue brands,
            PresetCatalogue presets,
            ClientListImportRepository lists,
            EngagementFileImportRepository files) {
        this.brands = brands;
        this.presets = presets;
        this.samples = new SampleFileCatalogue(presets);
        this.lists = lists;
        this.files = files;
    }

    @GetMapping("/agencies/{agency}/brands/{brand}/imports")
    ModelAndView show(BrandKey brand) {
        var model = new ModelAndView("files");
        model.addObject("name", brands.require(brand).name());
        model.addObject("key", brand);
        model.addObject("presets", presets.all());
        model.addObject("samples", samples.all());
        model.addObject("channels", CHANNELS);
        model.addObject("kinds", EngagementKind.values());
        model.addObject("directions", Direction.values());
        model.addObject("engagementFields", EngagementFieldPaths.all());
        model.addObject("clientFields", clientFields());
        model.addObject("codeTexts", RejectionText.byCode());
        return model.addObject(
                "imports",
                Stream.concat(
                                lists.findNewest(brand).stream().map(FileRow::of),
                                files.find(brand).stream().map(FileRow::of))
                        .toList());
    }

    /** The words for the fields of clients; an account needs its channel. */
    private static List<String> clientFields() {
        var words = Arrays.stream(ClientListField.values())
                .filter(field -> field != ClientListField.HANDLE && field != ClientListField.IGNORE)
                .map(ClientListField::word);
        var handles = CHANNELS.stream().map(channel -> ClientListField.HANDLE.word() + "." + channel);
        return Stream.concat(words, handles).toList();
    }
}
