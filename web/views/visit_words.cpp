// What the visit screen says, made once and kept.
#include "model/words.h"
#include "reading/finding.h"
#include "reading/people.h"
#include "reading/plan.h"
#include "views/fact_form.h"
#include "views/people_words.h"
#include "views/visit_parts.h"

#include <algorithm>
#include <array>

namespace views {

using namespace compass;
using namespace ui;

namespace {

constexpr std::size_t reasons_at_most = 2;

void add_part(std::string& all, const std::string& part) {
    if (!part.empty()) all += (all.empty() ? "" : " \u00B7 ") + part;
}

std::string doubted(const std::string& words, bool assumed) { return assumed && !words.empty() ? words + say(Phrase::visit_doubt) : words; }

Phrase lack_phrase(LineLack lack) {
    static constexpr std::array phrases = {Phrase::lack_kind,  Phrase::lack_kind,     Phrase::lack_who,
                                           Phrase::lack_axis,  Phrase::lack_question, Phrase::lack_date,
                                           Phrase::lack_words, Phrase::lack_name,     Phrase::lack_support};
    return phrases[static_cast<std::size_t>(lack)];
}

const Sign* find_sign(const Playbook& playbook, const std::string& id) {
    const auto found = std::find_if(playbook.signs.begin(), playbook.signs.end(), [&](const Sign& sign) { return sign.id == id; });
    return found == playbook.signs.end() ? nullptr : &*found;
}

std::string person_line(const Person& person) {
    std::string line = person.name;
    add_part(line, person.title);
    add_part(line, person.department);
    if (!person.roles.empty()) add_part(line, roles_line(person));
    add_part(line, say(Phrase::line_influence, {{"degree", degree_word(person.influence)}}));
    if (person.support) add_part(line, support_words(person.support));
    return line;
}

// What is kept of the line, as it will stand in the deal.
std::string title_of(const Deal& deal, const VisitLine& line) {
    if (line.kind == LineKind::person) return person_line(line.person);
    if (line.kind == LineKind::unread) return line.typed;
    if (line.kind == LineKind::support && line.words.empty()) return person_name(deal, line.who) + " " + support_words(line.support);
    if (!line.words.empty()) return line.words;
    return line.axis && line.level ? std::string(axis_word(*line.axis)) + " \u2192 " + level_word(*line.axis, *line.level) : line.typed;
}

void add_why(CardWords& words, const Frame& frame, const Box<Deal>& deal, const Id& person) {
    const Playbook& playbook = frame.readings.whole_playbook();
    const Warnings& warnings = frame.readings.warnings_of(deal);
    for (const std::vector<Finding>* findings : {&warnings.flags, &warnings.contradictions})
        for (const Finding& finding : *findings)
            if (finding.person == person && words.why.size() < reasons_at_most)
                words.why.push_back(say(Phrase::person_step_sentence, {{"step", step_of(finding, *deal, playbook, language())},
                                                                       {"finding", text_of(finding, *deal, playbook, language())}}));
}

void add_move(CardWords& words, const Frame& frame, const Deal& deal, const DealReading& reading) {
    if (reading.navigation.moves.empty()) return;
    const RankedMove& best = reading.navigation.moves.front();
    words.move = move_sentence(best.move, best.to);
    if (best.move == Move::hold) return;
    words.gain = points(best.gain);
    const MoveAdvice* advice = advice_for(frame.playbook, best.move, deal.position.claimed.stage);
    if (!advice) return;
    words.proof = say(Phrase::card_proof, {{"words", in(language(), advice->proof)}});
    words.question = say(Phrase::card_move_question, {{"words", in(language(), advice->question)}});
}

std::string task_words(const Frame& frame, const Deal& deal, const Task& task) {
    const Practice& practice = frame.readings.whole_playbook().practice;
    std::string words = owner_of(task, deal);
    const std::optional<Date> due = due_of(task, practice);
    add_part(words, due ? date_short(*due) : std::string(say(Phrase::task_no_day)));
    if (is_overdue(task, practice, frame.today)) add_part(words, say(Phrase::task_overdue));
    return words;
}

std::string card_text(const CardWords& words, const std::string& deal) {
    std::string text = say(Phrase::card_name) + std::string(" \u00B7 ") + deal + "\n" + words.title + "\n";
    const auto line = [&](const std::string& one) {
        if (!one.empty()) text += one + "\n";
    };
    const auto part = [&](Phrase heading, const std::vector<std::string>& all, const std::vector<std::string>& details) {
        if (all.empty()) return;
        text += std::string("\n") + say(heading) + "\n";
        for (std::size_t i = 0; i < all.size(); ++i)
            text += "- " + all[i] + (i < details.size() && !details[i].empty() ? " (" + details[i] + ")" : "") + "\n";
    };
    line(words.roles), line(words.contact);
    part(Phrase::card_why, words.why, {});
    part(Phrase::card_ask, words.ask, words.worth);
    if (!words.move.empty()) part(Phrase::card_push, {words.move}, {words.gain});
    line(words.proof), line(words.question);
    part(Phrase::card_said, words.said, words.said_detail);
    part(Phrase::card_tasks, words.tasks, words.task_detail);
    return text;
}

}  // namespace

std::string line_kind_word(LineKind kind) {
    static constexpr std::array phrases = {Phrase::line_unread, Phrase::line_fact,   Phrase::line_answer, Phrase::line_support,
                                           Phrase::line_task,   Phrase::line_person, Phrase::line_event,  Phrase::line_story};
    return say(phrases[static_cast<std::size_t>(kind)]);
}

std::string question_word(Question question) {
    static constexpr std::array phrases = {
        Phrase::ask_five_purchasing_body, Phrase::ask_five_need,      Phrase::ask_five_suitable_product, Phrase::ask_five_budget,
        Phrase::ask_five_timetable,       Phrase::ask_bantcc_budget,  Phrase::ask_bantcc_authority,      Phrase::ask_bantcc_need,
        Phrase::ask_bantcc_time,          Phrase::ask_bantcc_company, Phrase::ask_bantcc_competitors};
    return say(phrases[static_cast<std::size_t>(question)]);
}

std::string question_words(const Playbook& playbook, const Deal& deal, const Unknown& unknown) {
    std::string question = say_named("factor_", unknown.id);
    for (const Prior& prior : playbook.priors) {
        if (prior.unknown == unknown.id && !in(language(), prior.question).empty()) question = in(language(), prior.question);
    }
    const Person* person = unknown.person ? find_person(deal, unknown.person) : nullptr;
    return person ? say(Phrase::question_about, {{"person", person->name}, {"question", question}}) : question;
}

LineWords line_words(const Deal& deal, const Playbook& playbook, const VisitLine& line, Date today) {
    LineWords words;
    const LineLack lack = lack_of(line);
    words.title = title_of(deal, line);
    words.kind = doubted(line_kind_word(line.kind), line.kind_assumed);
    words.who = doubted(person_name(deal, line.who), line.who_assumed);
    if (line.date)
        words.date = *line.date == today ? std::string(say(Phrase::day_today)) : date_short(*line.date);
    else
        words.date = say(Phrase::task_no_day);
    words.axis = line.axis ? axis_word(*line.axis) : std::string(say(Phrase::line_which_axis));
    const Sign* sign = find_sign(playbook, line.sign);
    words.sign = sign ? doubted(in(language(), sign->text), line.sense_assumed) : std::string(say(Phrase::line_no_sign));
    words.level =
        line.axis && line.level ? std::string("\u2192 ") + level_word(*line.axis, *line.level) : std::string(say(Phrase::line_stays));
    words.question =
        line.question ? doubted(question_word(*line.question), line.sense_assumed) : std::string(say(Phrase::line_which_question));
    words.support = support_words(line.support);
    words.certainty = certainty_word(line.certainty);
    words.direction = say(line.direction == Direction::for_ ? Phrase::fact_for : Phrase::fact_against);
    if (lack != LineLack::nothing) words.lack = say(lack_phrase(lack));
    std::string parts;
    switch (line.kind) {
        case LineKind::fact:
            add_part(parts, words.axis), add_part(parts, words.level), add_part(parts, sign ? words.sign : ""), add_part(parts, words.who);
            add_part(parts, words.date), add_part(parts, words.certainty), add_part(parts, words.direction);
            break;
        case LineKind::answer:
            add_part(parts, words.question), add_part(parts, words.who), add_part(parts, words.date), add_part(parts, words.certainty),
                add_part(parts, words.direction);
            break;
        case LineKind::support: add_part(parts, words.who), add_part(parts, words.support); break;
        case LineKind::task: add_part(parts, words.who), add_part(parts, words.date); break;
        case LineKind::event:
        case LineKind::story: add_part(parts, words.date); break;
        case LineKind::unread:
        case LineKind::person: break;
    }
    words.sentence = say(Phrase::line_sentence, {{"kind", words.kind}, {"words", words.title}});
    add_part(words.sentence, parts), add_part(words.sentence, words.lack);
    return words;
}

CardWords card_words(const Frame& frame, const Box<Deal>& box, const Person& person, const VisitCard& card) {
    const Deal& deal = *box;
    const DealReading& reading = frame.readings.of(box);
    CardWords words;
    words.title = person.name;
    add_part(words.title, person.title), add_part(words.title, person.department);
    words.roles = roles_line(person);
    const auto named = [](Phrase name, const std::string& value) {
        return say(Phrase::line_sentence, {{"kind", say(name)}, {"words", value}});
    };
    add_part(words.roles, named(Phrase::column_support, support_words(person.support)));
    add_part(words.roles, named(Phrase::column_attitude, attitude_word(person.attitude)));
    words.contact = contact_words(person, is_covered(person, frame.playbook.people, frame.today), frame.today);
    add_why(words, frame, box, person.id);
    for (const Evidence& fact : card.said)
        words.said.push_back(fact.text), words.said_detail.push_back(fact_detail(deal, fact, frame.today));
    for (const Unknown& unknown : card.questions) {
        words.ask.push_back(question_words(frame.playbook, deal, unknown));
        words.worth.push_back("\u00B1" + decimal(unknown.value_of_asking * 100, 1));
    }
    for (const std::size_t i : card.tasks)
        words.tasks.push_back(deal.tasks[i].what), words.task_detail.push_back(task_words(frame, deal, deal.tasks[i]));
    add_move(words, frame, deal, reading);
    words.text = card_text(words, deal_title(frame, deal));
    return words;
}

}  // namespace views
