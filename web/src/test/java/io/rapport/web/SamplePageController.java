package io.rapport.web;

import io.rapport.web.auth.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a service has beside its API: pages, and what is open to everyone. */
@RestController
class SamplePageController {

    @GetMapping(path = "/", produces = "text/html")
    String home(Caller caller) {
        return caller.name();
    }

    @PostMapping("/")
    String changeHome() {
        return "changed";
    }

    @GetMapping(path = "/agencies/{agency}/brands/{brand}/people", produces = "text/html")
    String people(Caller caller) {
        return caller.name();
    }

    @GetMapping("/open/word")
    String open() {
        return "open";
    }
}
