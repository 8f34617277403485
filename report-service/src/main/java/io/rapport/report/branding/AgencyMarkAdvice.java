package io.rapport.report.branding;

import io.rapport.report.domain.branding.BrandingService;
import io.rapport.web.pages.PageController;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Adds the addresses of the agency's logo and colour to the model of its pages. */
@Controller
@ControllerAdvice(assignableTypes = PageController.class)
class AgencyMarkAdvice {

    private final BrandingService brandings;

    AgencyMarkAdvice(BrandingService brandings) {
        this.brandings = brandings;
    }

    @ModelAttribute
    void addMark(@PathVariable Map<String, String> path, Model model) {
        var agency = path.get("agency");
        var branding = agency == null ? null : brandings.find(agency).orElse(null);
        model.addAttribute("agencyName", agency);
        model.addAttribute(
                "agencyLogo",
                branding == null || branding.logo() == null ? null : "/v1/agencies/" + agency + "/branding/logo");
        model.addAttribute(
                "agencyStyle",
                branding == null || branding.colour() == null ? null : "/agencies/" + agency + "/branding.css");
    }
}
