"""News stories made of sentences of our own, as many as wanted, each another one: the same ones for a seed.

Unlike `made_articles`, whose articles hold the same paragraphs, two of these share no more than news does: its formulas.
"""

from __future__ import annotations

import random
import re

WORD = re.compile(r"\w+")
CHOICE = re.compile(r"\[([^\[\]]*)\]")
SYLLABLES = (
    WORD.findall(
        "Ar Bel Cor Dan El Fen Gor Hal Ist Jor Kem Lun Mar Nor Ost Pel Rav Sel Tor Ul Vel Wes Yar Zan"
    ),
    WORD.findall("ba da dra ga la le lo ma mi na ne ra ri sa ta te va vo za"),
    WORD.findall("burg dal ford gard ham kow mar nau nia ris stad tal ton var wick"),
)
FIRST = WORD.findall(
    "Ada Bo Carl Dina Emil Fay Gus Hana Ivo Jana Kurt Lea Milo Nora Otto Pia Ruth Sami Tess Una Vera Walt"
)
DAYS = WORD.findall("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
WORLD = """
[the ministry of health|the interior ministry|the ministry of transport|the labour ministry|the treasury]
[the miners' union|the farmers' league|the teachers' association|the chamber of trade|the council of churches]
[the regional court|the port authority|the state railway|the national bank|the water board|the fire service]
[the Reform Party|the Centre Alliance|the Left Front|the Greens|the People's Union|the Liberal Bloc]
""".strip().splitlines()
SENTENCES = """
[Police|Officers|Guards] [arrested|detained|held] {n} [people|students|drivers|workers] [after|during|before] [a march|a rally|clashes|a sit-in|a strike] [in|near|outside] {place} [on {day}|overnight|late on {day}|at dawn].
{person}, [who leads|who speaks for|who advises|who heads] {org}, said [that talks had failed|that nobody had been warned|that the plan was sound|that the law left no choice|that help would come soon].
"[We have|They have|This town has|Our people have] [waited long enough|never seen anything like it|lost everything|been lied to for years|nothing to hide]," said {person}, [a baker|a nurse|a retired teacher|a shopkeeper|a bus driver] from {place}.
The [budget|loan|grant|fund|subsidy] of {n} million crowns [is to pay|will pay|was meant to pay|should pay] for [schools|clinics|roads|new pumps|a harbour wall|two bridges] in {place} and {other}.
[Rescuers|Soldiers|Volunteers|Firefighters] [searched|combed|cleared] [the rubble|the river bank|a collapsed hall|the forest|three flooded streets] [for a second day|through the night|until the evening|with dogs and drones].
[At least|Some|About|More than] {n} [people|houses|families|farms] were [hit|affected|cut off|left without power|moved to safety] [when|as|after] [the dam broke|the storm passed|a fire spread|the ground shook|the river rose] [near|south of|north of] {place}.
{org} [rejected|welcomed|criticised|put off|signed] [the proposal|the agreement|the report|the offer|the treaty] [on {day}|after long talks|without giving reasons|in a short statement].
[A court|A judge|A panel of three judges] in {place} [sentenced|fined|acquitted|released] [a former mayor|two bankers|a trader|the owner of a mine|an army officer] [over|for|in a case of] [bribes|tax fraud|unsafe work|forged permits|a fatal crash].
[Prices|Rents|Wages|Exports|Sales] [rose|fell|climbed|slipped] by {n} percent [in March|over the summer|last year|in the third quarter], [the fastest pace|the sharpest move|the first change] [in a decade|since the war|for six years], {org} said.
[Turnout|Support|Approval] [stood at|reached|dropped to] {n} percent in {place}, [where|a district where|a town where] {org} [won|lost|gained|kept] [most seats|the mayor's office|two of five wards|its majority].
[Doctors|Nurses|Officials] [treated|counted|reported] {n} [new cases|patients|injured people|children with fever] in [the hospital of|a school in|villages around|the camp at] {place} [since {day}|within a week|by {day} evening].
{person} [resigned|stepped down|took office|was named] as [head|deputy head|spokesman|director|treasurer] of {org} [after|following|amid] [a row over pay|months of protest|an inquiry|a close vote|reports of waste].
[The road|The railway|The ferry|The only bridge] [between|that links|linking] {place} and {other} [will stay closed|was reopened|has been blocked|is to be widened] [for weeks|until {day}|by snow|by angry farmers|at the cost of the state].
[Analysts|Diplomats|Economists|Residents] [doubt|expect|fear|believe] that [the truce|the government|the currency|the coalition|the new rule] will [hold|fall|last|survive|help much] [beyond the winter|for long|until the election|without aid from abroad].
[Troops|Rebels|Border guards|Militia fighters] [withdrew from|shelled|entered|encircled] [two villages|an army post|the hills|a depot] [near|east of|west of] {place}, [killing|wounding|capturing] {n} [fighters|civilians|soldiers], {org} said.
[The factory|The mine|The shipyard|The power plant|The mill] in {other} [employs|once employed|will dismiss|wants to hire] {n} [people|workers|women|apprentices] and [makes|made|is to make] [cables|engines|glass|cement|paper|batteries].
[Parliament|The senate|The city council|The assembly] [passed|rejected|delayed|debated] [a bill|a law|a motion|rules] [on water rights|on school fees|on foreign workers|to ban logging|to tax sugar] by {n} votes to {m}.
{person} [told|wrote to|warned|promised] [reporters|parliament|a crowd in {place}|{org}] that [the money was gone|an inquiry would follow|the wells were safe|more police were coming|the border would open].
[The cause|The motive|The full cost|The number of missing] [is not known|was not clear|remains open|will be studied], but [witnesses|neighbours|local media|survivors] [spoke of|described|blamed] [a loud bang|thick smoke|a speeding lorry|a broken valve|shots].
[Storks|Wolves|Bears|Eels|Seals] have [returned to|vanished from|been counted in|bred in] [the wetlands|the lakes|the woods] [around|beyond|upstream of] {place}, [a study by|a survey for|a report to] {org} [found|says|shows].
[Scientists|Engineers|Historians|Divers] [found|tested|opened|mapped] [a Roman well|a sunken ship|a new vaccine|a cave|the walls of a fort] [under|close to|in] {place}, and [hope to|plan to|want to] [date it|show it|dig further] [by spring|next year].
[The team from|The club of|The side of] {place} [beat|lost to|drew with] {other} [at home|in the rain|after extra time] and [moved up to|fell to|stayed in] [third|last|second|ninth] place, [before|in front of] {n} hundred fans.
[Flights|Trains|Buses|Lessons] were [cancelled|delayed|halted] [in|across|around] {other} [because of|owing to|over] [fog|a walkout|ash|a computer fault|a bomb threat], [stranding|affecting] {n} thousand [travellers|pupils|guests].
{org} [sent|pledged|stopped|doubled] [food|tents|vaccines|fuel|seed] [for|meant for] {n} thousand [refugees|villagers|children|herders] [camped|stuck|living] [near|outside|beyond] {other}.
[Lawyers for|Relatives of|Friends of] {person} [denied|confirmed|dismissed] [the charges|the claims|reports of a deal] and [asked for|demanded|hoped for] [bail|a new trial|his release|more time].
[Heavy rain|Strong wind|Severe frost|A long drought] [has ruined|damaged|spared|threatens] [the harvest|vineyards|orchards|the wheat] [in {n} communes|on {n} farms|across the plain], [costing|at a cost of] {m} million crowns.
[Voters|Members|Delegates] [choose|meet to choose|will decide on] [a mayor|a new board|the party's leader|a treaty] on {day}; [polls|surveys|bookmakers] [give|put] {person} [ahead|level|far behind] with {n} percent.
[Women|Pensioners|Dockers|Herders|Students] [marched|gathered|chanted|camped] [before|outside|in front of] [the town hall|the embassy|a barracks|the gates of the mill] in {place} to [demand|ask for|call for] [bread|higher pensions|clean water|free elections|safer work].
[A train|A lorry|A coach|A ferry|A helicopter] [carrying|with] {n} [passengers|recruits|pilgrims|miners] [crashed|overturned|caught fire|ran aground] [off|near|on the way to] {other}, and {m} of them [died|were hurt|are missing].
[The dispute|The scandal|The affair|The quarrel] [began|broke out|started] [two years ago|in May|when {person} took office], [after|when] {org} [sold|closed|bought|leased] [a quarry|the harbour|forests|a radio station] [to|from] [a foreign firm|relatives of a minister|the army].
""".strip().splitlines()
HEADLINES = """
[Police|Court|Union|Council|Army|Doctors] [in|near] {place} [warns|says|ends|begins] [strike|search|inquiry|talks|trial] [over|after] [fire|vote|flood|raid|sale]
{place} [braces for|counts cost of|mourns after|debates|rejects] [storm|flood|closure|new tax|merger|deal]
{person} [quits|returns|accused|honoured|elected] [as|after|amid] [{n} protest|row over mine|court ruling|long vote|{place} inquiry]
""".strip().splitlines()
WEATHER = """
Weather for {place}
{day} will be [sunny|cloudy|wet|dry] in {place}, with a high of {n} degrees and a low of {m} degrees.
[Rain|Snow|Fog|Thunder] is expected [in the morning|in the afternoon|towards the evening], with winds from the [north|south|east|west] of up to {n} kilometres per hour.
The chance of rain is {m} percent. The air is [good|fair|poor], and the count of pollen is [low|high|moderate].
The outlook for the weekend is [mild|cool|changeable|hot], with temperatures between {m} and {n} degrees.
The sun rises at 6.{n} and sets at 7.{m}. The level of the river at {other} stands at {n} centimetres, {m} more than a day ago.
Drivers are asked to take care on [high|coastal|wet|icy] roads. The next report follows in the evening.
""".strip().splitlines()
RESULTS = """
{place} beat {other} {n}-{m}
{place} beat {other} by {n} to {m} on {day} in front of {n} hundred spectators.
{person} opened the scoring after {m} minutes, and [a header|a penalty|a free kick|an own goal] made it two before the break.
The visitors came back [early|late|twice] in the second half, but the home side [held on|pulled away|had the last word].
The win takes {place} to [third|fourth|fifth|sixth] place with {n} points from {m} matches; {other} are [last|tenth|ninth|eighth].
"[We had to fight|We were the better side|We made it hard for ourselves]," said the coach of the home side, who was without {m} injured players.
On the next day of play {place} travel to the leaders, while {other} are at home.
""".strip().splitlines()
TEMPLATES = {"weather": WEATHER, "results": RESULTS}


class Cast:
    """The names of a story."""

    def __init__(self, draw: random.Random) -> None:
        self._draw = draw
        self._names = {
            "place": [self._name(3)],
            "other": [self._name(3)],
            "person": [f"{draw.choice(FIRST)} {self._name(2)}{draw.choice('snk')}" for _ in range(3)],
            "org": [self._chosen(each) for each in draw.sample(WORLD, 2)],
            "day": DAYS,
        }

    def said(self, template: str) -> str:
        """Return a sentence: of words in brackets one is taken, what stands in braces is filled in."""
        text = self._chosen(template)
        text = re.sub(r"\{(\w+)\}", lambda found: self._filled(found[1]), text)
        return text[0].upper() + text[1:]

    def _chosen(self, text: str) -> str:
        while CHOICE.search(text):
            text = CHOICE.sub(lambda found: self._draw.choice(found[1].split("|")), text)
        return text

    def _filled(self, name: str) -> str:
        if name in "nm":
            return str(self._draw.randint(2, 99))
        return self._draw.choice(self._names[name])

    def _name(self, syllables: int) -> str:
        return "".join(self._draw.choice(each) for each in SYLLABLES[:syllables])


def story(draw: random.Random) -> list[str]:
    """Return a story: its headline, then its sentences."""
    cast = Cast(draw)
    return [
        cast.said(each) for each in [draw.choice(HEADLINES), *draw.sample(SENTENCES, draw.randint(8, 20))]
    ]


def report(draw: random.Random, name: str) -> list[str]:
    """Return a report of the weather or of a match: always the same words, but for names and numbers."""
    cast = Cast(draw)
    return [cast.said(each) for each in TEMPLATES[name]]


def stories(count: int, seed: int) -> list[list[str]]:
    """Return as many stories: each is drawn by seed and its own number."""
    return [story(random.Random(seed * 1_000_003 + number)) for number in range(count)]


if __name__ == "__main__":
    for made in stories(3, 1):
        print("\n".join(made), end="\n\n")
