package io.rapport.ingest.web.lists;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.StaffHandle;
import io.rapport.ingest.domain.contact.ContactHasher;
import io.rapport.ingest.domain.registration.BrandRegistrationService;
import io.rapport.ingest.domain.registration.StaffListIntake;
import io.rapport.ingest.web.engagements.IntakeResponse;
import io.rapport.ingest.web.request.CsvUploadReader;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.problem.Problem;
import io.rapport.web.request.StreamedBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Imports staff lists. An import changes only the staff of the brand's registration. */
@RestController
@RequestMapping({"/v1/agencies/{agency}/brands/{brand}/imports/staff", "/agencies/{agency}/brands/{brand}/imports/staff"
})
class StaffListController {

    private final BrandCatalogue brands;
    private final CsvUploadReader uploads;
    private final BrandRegistrationService registrations;
    private final ContactHasher hasher;
    private final Clock clock;

    StaffListController(
            BrandCatalogue brands,
            CsvUploadReader uploads,
            BrandRegistrationService registrations,
            ContactHasher hasher,
            Clock clock) {
        this.brands = brands;
        this.uploads = uploads;
        this.registrations = registrations;
        this.hasher = hasher;
        this.clock = clock;
    }

    /**
     * The result of a staff list import.
     *
     * @param staff the current staff
     * @param version the version of the brand, which increases if the staff changed
     * @param whole whether the complete list could be read; if not, no handle was removed
     */
    record StaffListResponse(
            int rows,
            List<StaffHandle> staff,
            long version,
            boolean whole,
            List<IntakeResponse.RejectedLine> rejected) {}

    @Operation(
            summary = "Imports the staff list: columns channel and handle, or one column per channel",
            requestBody = @RequestBody(required = true, content = @Content(schema = @Schema(type = "string"))))
    @StreamedBody
    @PostMapping(consumes = {CsvUploadReader.CSV, CsvUploadReader.WORKBOOK})
    @ResponseStatus(HttpStatus.ACCEPTED)
    StaffListResponse importList(
            BrandKey brand,
            @RequestParam(defaultValue = "false") boolean complete,
            @RequestParam(required = false) @Nullable Long version,
            @RequestParam(required = false) @Nullable Integer header,
            HttpServletRequest request)
            throws IOException {
        brands.require(brand);
        var intake = new StaffListIntake(hasher, brand.agency());
        uploads.read(request, StaffListIntake::isColumnName, header, file -> {
            file.forEachRemaining(intake::process);
            return intake;
        });
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var changed = registrations
                .changeStaff(brand, version, staff -> intake.mergeInto(staff, complete), at)
                .orElseThrow(() -> Problem.notFound().asException())
                .brand();
        return new StaffListResponse(
                intake.rows(),
                changed.staff(),
                changed.version(),
                intake.isFullyRead(),
                IntakeResponse.lines(intake.rejected()));
    }
}
