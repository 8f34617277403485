package io.rapport.ingest.web.response;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The answer to a form: a redirect that the browser follows with GET. */
public final class SeeOther {

    private SeeOther() {}

    /** A redirect to a page of this installation. */
    public static ModelAndView page(String path) {
        var view = new RedirectView(path);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(view);
    }
}
