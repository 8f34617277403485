package io.rapport.report.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where people give their token. */
@Controller
class SignInPage {

    @GetMapping("/sign-in")
    String form(
            @RequestParam(defaultValue = "/") String next,
            @RequestParam(required = false) @Nullable String failed,
            Model model) {
        model.addAttribute("next", next).addAttribute("failed", failed != null);
        return "sign-in";
    }
}
