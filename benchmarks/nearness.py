"""How often the nearest experience is the right one: by words (the default), and by meaning (the extra `semantic`).

    python benchmarks/nearness.py

24 points, each with the experience that it belongs to and three others of the same person. A person sees at once where
a point belongs, but point and experience share hardly a word: the case that words alone can't tell. Prints how many are
right at first place, and the time per point.
"""

import time

from resume_customizer.core.planning.nearness import LexicalNearness, NearnessMeasure
from resume_customizer.infrastructure.embeddings import SemanticNearness

CAREERS: tuple[tuple[tuple[str, ...], ...], ...] = (
    (
        ("Settled medical claims for a health insurer", "Checked diagnosis codes before payment"),
        ("Ran the warehouse software of a furniture chain", "Planned truck routes between depots"),
        ("Built the trading desk of an investment bank", "Priced options and reported risk every night"),
        ("Looked after the learning platform of a university", "Graded exercises by program"),
    ),
    (
        ("Kept the servers of a hosting firm running", "Wrote alerts and took night calls"),
        ("Designed screens of a mobile banking app", "Interviewed customers about their spending"),
        ("Trained models that recognise damaged parts on photographs", "Labelled pictures with the factory"),
        ("Moved ten years of sales reports into one warehouse of data", "Answered questions of the finance team"),
    ),
    (
        ("Wrote firmware of heating controllers", "Measured power use of sensors on batteries"),
        ("Guarded the network of a power plant", "Hunted intruders and wrote incident reports"),
        ("Tested an airline's booking site", "Automated checks in four browsers"),
        ("Led three teams of a travel agency", "Hired engineers and planned budgets"),
    ),
)
POINTS: tuple[tuple[int, int, str], ...] = (
    (0, 0, "Cut the time until patients were reimbursed from days to hours"),
    (0, 0, "Rejected invoices of hospitals that did not match the treatment"),
    (0, 1, "Reduced empty kilometres of the delivery fleet"),
    (0, 1, "Gave store keepers a handheld scanner to find sofas and beds"),
    (0, 2, "Computed value at risk for the derivatives portfolio"),
    (0, 2, "Streamed market quotes to brokers in less than a millisecond"),
    (0, 3, "Let students hand in homework and see their marks"),
    (0, 3, "Connected the course catalogue to lecturers' calendars"),
    (1, 0, "Restored service after outages within minutes"),
    (1, 0, "Patched Linux machines without customers noticing"),
    (1, 1, "Drew prototypes of the transfer dialog and tried them with users"),
    (1, 1, "Made the phone application usable for blind people"),
    (1, 2, "Used convolutional networks to find scratches on metal"),
    (1, 2, "Raised the accuracy of image classification to 98 %"),
    (1, 3, "Built dashboards of revenue for the controllers"),
    (1, 3, "Replaced spreadsheets by a nightly ETL load"),
    (2, 0, "Programmed microcontrollers in C with little memory"),
    (2, 0, "Let thermostats sleep between readings to save energy"),
    (2, 1, "Found malware on a turbine's control computer"),
    (2, 1, "Set up firewalls and an intrusion detection system"),
    (2, 2, "Wrote end-to-end scenarios for buying a flight ticket"),
    (2, 2, "Reported defects before each release and retested their repair"),
    (2, 3, "Mentored staff and held yearly reviews"),
    (2, 3, "Recruited developers and agreed on the roadmap with management"),
)


def right_at_first_place(measure: NearnessMeasure) -> int:
    """How many points are nearest to the experience that they belong to, and to no other as much."""
    right = 0
    for career, wanted, point in POINTS:
        [row] = measure.measure([point], CAREERS[career])
        right += row[wanted] == max(row) and row.count(row[wanted]) == 1
    return right


def main() -> None:
    for measure in (LexicalNearness(), SemanticNearness()):
        right_at_first_place(measure)
        begin = time.process_time()
        right = right_at_first_place(measure)
        each = (time.process_time() - begin) / len(POINTS)
        print(
            f"{measure.name:9} {right} of {len(POINTS)} at first place, {each * 1000:.2f} ms CPU a point with 8 lines"
        )


if __name__ == "__main__":
    main()
