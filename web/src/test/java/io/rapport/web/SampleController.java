package io.rapport.web;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.paging.Cursor;
import io.rapport.web.paging.CursorPage;
import io.rapport.web.paging.PageRequest;
import io.rapport.web.problem.Problem;
import io.rapport.web.request.AddsDocuments;
import io.rapport.web.request.StreamedBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** One of everything a controller may do. */
@RestController
@RequestMapping("/v1/agencies/{agency}")
public class SampleController {

    static final Instant WHEN = Instant.parse("2026-03-01T12:00:00Z");

    private final BrandCatalogue catalogue;

    SampleController(BrandCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    record Thing(String name, Instant at, EngagementKind kind) {}

    record Box(List<Thing> things) {}

    @GetMapping("/brands/{brand}/things")
    CursorPage<Thing> list(BrandKey brand, PageRequest paging) {
        catalogue.require(brand);
        var after = paging.after();
        var from = after == null ? 0 : (int) after.number("n", 0);
        var rows = IntStream.range(from, Math.min(from + paging.limit() + 1, 60))
                .mapToObj(n -> new Thing(Integer.toString(n), WHEN, EngagementKind.VISIT))
                .toList();
        return CursorPage.of(rows, paging.limit(), last -> Cursor.of("n", Integer.parseInt(last.name()) + 1));
    }

    /** A list without an end. */
    @GetMapping("/brands/{brand}/endless")
    CursorPage<Thing> endless(BrandKey brand, PageRequest paging) {
        var rows = IntStream.rangeClosed(0, paging.limit())
                .mapToObj(n -> new Thing("thing", WHEN, EngagementKind.VISIT))
                .toList();
        return CursorPage.of(rows, paging.limit(), last -> Cursor.of("n", 1));
    }

    @PostMapping(path = "/brands/{brand}/things", consumes = MediaType.APPLICATION_JSON_VALUE)
    Box add(BrandKey brand, @RequestBody Box box) {
        return box;
    }

    @DeleteMapping("/brands/{brand}/things/{name}")
    void remove(BrandKey brand, @PathVariable String name) {
        throw Problem.of(HttpStatus.CONFLICT, "thing-kept", "The thing is kept", "Let go of it first.")
                .with("name", name)
                .asException();
    }

    @PostMapping({
        "/brands/{brand}/engagements",
        "/brands/{brand}/imports/{what}",
        "/brands/{brand}/hooks/{source}",
        "/brands/{brand}/previews"
    })
    String send(BrandKey brand, Caller caller) {
        return caller.name();
    }

    @GetMapping("/brands/{brand}/rejected")
    String rejected(BrandKey brand) {
        return brand.key();
    }

    @GetMapping({"/brands", "/tokens"})
    String agencyLevel(@PathVariable String agency) {
        return agency;
    }

    @GetMapping("/mark")
    String mark(@PathVariable String agency) {
        return agency;
    }

    @PostMapping({"/tokens", "/engagements"})
    String changeAgency(@PathVariable String agency) {
        return agency;
    }

    @GetMapping("/brands/{brand}/typed")
    String typed(@RequestParam int number, @RequestParam(required = false) EngagementKind kind) {
        return number + " " + kind;
    }

    record Selection(String sort, List<String> tags) {}

    @GetMapping("/brands/{brand}/selected")
    String selected(BrandKey brand, Selection selection, PageRequest paging) {
        return selection.toString();
    }

    @PostMapping("/brands/{brand}/form")
    String form(BrandKey brand, Selection selection) {
        return selection.toString();
    }

    @AddsDocuments
    @StreamedBody
    @PostMapping("/brands/{brand}/stream")
    long stream(BrandKey brand, HttpServletRequest request) throws IOException {
        return request.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    @GetMapping("/brands/{brand}/written")
    void written(HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().print("[]");
    }

    @GetMapping(path = "/brands/{brand}/streamed", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<StreamingResponseBody> streamed() {
        return ResponseEntity.ok(out -> out.write('1'));
    }

    @GetMapping("/brands/{brand}/failing")
    String failing() {
        throw new IllegalStateException("secret detail of io.rapport.internals");
    }

    @GetMapping("/brands/{brand}/waiting")
    String waiting() throws InterruptedException {
        new CountDownLatch(1).await();
        return "never";
    }

    @StreamedBody
    @PostMapping("/brands/{brand}/waiting")
    String waitingForTheBody(HttpServletRequest request) throws IOException {
        return String.valueOf(request.getInputStream().readAllBytes().length);
    }

    @GetMapping("/brands/{brand}/interrupted")
    boolean interrupted() {
        return Thread.currentThread().isInterrupted();
    }

    @GetMapping("/brands/{brand}/away")
    String away() {
        throw Problem.unavailable("The broker is away.", Duration.ofSeconds(7));
    }

    @PostMapping("/brands/{brand}/large")
    String large() {
        throw Problem.tooLarge(1024).asException();
    }
}
