package io.rapport.web.pages;

import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.TypeMismatchException;
import org.springframework.ui.Model;
import org.springframework.validation.BindException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * What a controller of pages extends: where a page cannot be shown the answer is the same problem as the API's, for a person
 * to read.
 */
public abstract class PageController {

    @ExceptionHandler
    String refused(ProblemException e, Model model, HttpServletResponse response) {
        return show(e.problem(), model, response);
    }

    /** An id that is none is of nothing. */
    @ExceptionHandler({TypeMismatchException.class, BindException.class, MethodArgumentNotValidException.class})
    String notAnId(Model model, HttpServletResponse response) {
        return show(Problem.notFound(), model, response);
    }

    private static String show(Problem problem, Model model, HttpServletResponse response) {
        response.setStatus(problem.status());
        model.addAttribute("problem", problem);
        return "problem";
    }
}
