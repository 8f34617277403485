package io.rapport.report.brand;

import java.util.List;

/**
 * A list of people on the brand's page.
 *
 * @param id of the section
 * @param empty what is shown without people, as a sentence
 * @param all path of the list of all of them
 */
record HomeList(String id, String title, List<HomeLine> lines, String empty, String all) {}
