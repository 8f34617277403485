package io.rapport.web.pages;

import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.validation.BindException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Base class of controllers that render pages. Failures are rendered as a page with the same problem as in the API.
 */
public abstract class PageController {

    /** The answer to a form: a redirect to a page of this installation, which the browser follows with GET. */
    public static ModelAndView seeOther(String path) {
        var view = new RedirectView(path);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return new ModelAndView(view);
    }

    @ExceptionHandler
    String refused(ProblemException e, Model model, HttpServletResponse response) {
        e.headers().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        return show(e.problem(), model, response);
    }

    /** A malformed id is answered like an unknown one. */
    @ExceptionHandler({TypeMismatchException.class, BindException.class, MethodArgumentNotValidException.class})
    String notAnId(Model model, HttpServletResponse response) {
        return show(Problem.notFound(), model, response);
    }

    private static String show(Problem problem, Model model, HttpServletResponse response) {
        response.setStatus(problem.status());
        model.addAttribute("problem", ProblemPage.of(problem));
        return "problem";
    }
}
