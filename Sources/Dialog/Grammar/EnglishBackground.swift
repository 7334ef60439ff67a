/// English about anything else: frames and a few hundred common words, so that what the encoder never heard of is taken for talk, for a
/// question or for something that cannot be done, and not for a wish.
enum EnglishBackground {
    static let words: [String: [Pattern]] = [
        "thingy": patterns(
            """
            table,chair,house,garden,car,bus,train,bike,phone,computer,laptop,keyboard,screen,window,door,kitchen,bathroom,bed,sofa,lamp,clock,watch,book,newspaper,letter,email,song,film,movie,show,game,match,
            ball,team,school,office,shop,market,bank,hospital,church,street,road,bridge,river,lake,sea,beach,mountain,forest,tree,flower,rose,grass,dog,cat,horse,bird,fish,cow,mouse,soup,bread,cheese,apple,banana,
            pizza,cake,coffee,tea,beer,wine,water,milk,dinner,lunch,breakfast,holiday,weekend,birthday,party,wedding,meeting,job,boss,money,bill,price,ticket,passport,key,bag,wallet,umbrella,coat,jacket,shirt,
            dress,skirt,trousers,shoes,socks,hat,scarf,gloves,ring,necklace,earring,nose,ear,eye,mouth,lip,chin,cheek,neck,shoulder,arm,hand,finger,leg,foot,knee,stomach,back,skin,bone,heart,brain,voice,
            background,colour,color,picture,photo,camera,light,shadow,frame,wall,floor,roof,stairs,lift,machine,robot,app,website,password,button,file,folder,printer,battery,cable,radio,television,piano,guitar,drum,
            painting,museum,theatre,story,joke,idea,problem,question,answer,plan,dream,secret,weather,rain,snow,sun,wind,storm,summer,winter,spring,autumn,morning,evening,night,week,month,country,city,village,
            president,doctor,nurse,teacher,student,driver,pilot,cook,waiter,farmer,police,soldier,king,queen,princess,baby,neighbour,friend,family,cousin,aunt,uncle,parents,children,kids,people,guests,customers,clients,
            logo,poster,flag,map,hill,island,boat,ship,plane,airport,station,hotel,restaurant,cafe,pub,bar,club,gym,pool,park,zoo,farm,castle,tower,shopping,homework,exam,essay,poem,code,bug,server,database,
            eyebrows,eyelashes,hairdo,ponytail,curls,haircut,lipstick,makeup,nostrils,jaw,teeth colour,ear lobe,freckle,tattoo,piercing,pearl necklace,necklace,gold chain,bracelet,brooch,bow tie,cigar,pipe,perm,ears,big ears,zombie,vampire,ghost,witch,alien,rotting flesh,blood,halo,wings,horns,alarm,timer,reminder,chatbot,bot,assistant,tie,suit,uniform,crown,mask,helmet,hoodie,collar,sleeve,pocket,zip
            """),
        "doing": patterns(
            """
            open,close,buy,sell,find,lose my,paint,draw,write,read,cook,eat,drink,wash,clean,repair,fix,break,move,carry,throw,catch,hold,push,pull,lift,turn,rotate,flip,mirror,crop,resize,zoom,copy,paste,save,
            print,send,share,upload,download,install,start,stop,pause,play,record,watch,hear,smell,taste,touch,feel,measure,count,check,test,explain,describe,translate,spell,pronounce,call,text,email,invite,meet,visit,
            follow,lead,teach,learn,remember,forget,choose,order,book,pay,rent,park,drive,ride,fly,swim,climb,build,design,decorate,colour,color,dye,bleach,tan,blur,sharpen,brighten,darken,rename,replace,swap,compare,
            animate,colorize,crop,tilt,straighten,centre,center,enlarge,shorten the name of,rewrite,summarize,search,google,guess,solve,calculate,plot,schedule,cancel,postpone,water,feed,walk,train,groom,ride
            """),
        "like": patterns(
            """
            big,small,long,short,red,blue,green,yellow,black,white,grey,brown,pink,purple,orange,golden,cold,hot,warm,wet,dry,clean,dirty,new,cheap,expensive,free,full,empty,heavy,loud,quiet,fast,slow,early,late,
            easy,hard,difficult,simple,strange,weird,funny,boring,interesting,important,famous,rich,poor,sick,healthy,hungry,thirsty,tired,sleepy,busy,lazy,angry,afraid,brave,clever,stupid,kind,rude,polite,nice,lovely,
            great,terrible,awful,delicious,spicy,sweet,bitter,soft,rough,sharp,round,square,flat,deep,wide,narrow,high,low,bright,dark,modern,digital,wooden,plastic,local,foreign,french,german,italian,english,american
            """),
        "n": (2...99).map { Pattern("\($0)") },
        "placed": patterns(
            "at home,at work,in the kitchen,on the bus,in town,in the garden,at school,over there,downstairs,outside,in paris,in london,on holiday,at the office,by the sea,on the train,next door,in bed,abroad,online"
        ),
        "whenever": patterns(
            "today,yesterday,tomorrow,last night,this morning,next week,last summer,on monday,at the weekend,right now,soon,later,years ago,every day,once a week,all day,again,already,all the time,sometimes"
        ),
    ]

    private static func patterns(_ list: String) -> [Pattern] {
        list.split { $0 == "," || $0.isNewline }.map { Pattern(String($0.drop { $0 == " " })) }.filter { !$0.source.isEmpty }
    }

    static let talk: [Pattern] = [
        "i've had {thingy} since i was {n}", "i wear {glasses} myself, have done since i was {n}", "since i was {n}", "i have {n} {thingy}",
        "{n} {thingy}s", "{someone} has {n} {thingy}", "in {n} minutes", "it's {n} o'clock", "my {n} o'clock is late [again|]",
        "only {n} minutes left", "{n} days to go", "for {n} years [now|only|]", "i learn english since {n} years", "{n} of us are {placed}",
        "{n} times a day", "we have {n} kids", "{someone} is {n}", "i turned {n} last week", "i'm {n} by the way", "at {n} i was {placed}",
        "{n} {thingy} and {n} {thingy}", "back in {n} minutes", "we need {n} {thingy}", "that makes {n}", "room {n}", "page {n}",
        "line {n} please", "♥️", "♥️♥️♥️", "💕", "😘", "🥰", "🎉", "🤔", "👏", "☕", "trust me on that", "so true", "how nice", "how lovely",
        "thank you for helping {someone}", "yet another {thingy}", "oh brilliant, {like}", "the kids' {thingy} is burning",
        "{thingy} is burning", "beards and {thingy} and {thingy}", "{feature} or {thingy}, who cares",
        "my {thingy} is {like}", "the {thingy} is {like} {whenever}",
        "i [bought|saw|found|lost|love|hate|need|miss] [a|my|the] {thingy} {whenever}", "{someone} has a {like} {thingy}",
        "{someone} [likes|hates|loves|sold] the {thingy}", "we were {placed} {whenever}", "i am {like} {whenever}", "i'm so {like}",
        "the {like} {thingy} {placed} is {like}", "{someone} is {like} {whenever}", "i have to {doing} the {thingy} {whenever}",
        "i {doing} my {thingy} {whenever}", "{someone} wants to {doing} the {thingy}", "it is {like} {placed}", "it's {like} {whenever}",
        "there is a {thingy} {placed}", "there's a {thingy} {placed} {whenever}",
        "that reminds me of a {like} {thingy}", "i'm waiting for the {thingy}", "the {thingy} is ringing", "sorry, the {thingy} was {like}",
        "let me {doing} the {thingy} first", "i'll be {placed} {whenever}", "{someone} and i {doing} {thingy} {whenever}",
        "what a {like} {thingy}", "such a {like} {thingy}", "{thingy}", "{like} {thingy}",
        "{thingy} and {thingy}", "i think {thingy} and {thingy} are {like}", "{someone} told me about the {thingy}",
        "i'm {placed} with my {thingy}", "greetings from {someone}", "warm greetings {placed}", "i only wanted to {doing} the {thingy}",
        "nobody likes {like} {thingy}", "{thingy} first", "oh no, the {thingy}", "so {like} of you", "that is {like} of you",
        "you are {like}", "you're a {like} {thingy}", "this {thingy} is {like}", "this is {like}", "that was {like}", "how {like}",
        "{like}", "very {like}", "excuse my {thingy}, i am {like}", "i had {thingy} for {thingy} {whenever}", "time for {thingy}",
        "yet another {thingy}", "{someone} says the {thingy} is {like}", "testing testing [1 2 3|one two three|]",
    ]

    static let questions: [Pattern] = [
        "what means {feature}", "what means {thingy}", "what does rimless mean", "what means rimless", "what is rimless",
        "can i speak [polish|german|french|spanish] with you", "do you speak [polish|french|spanish]", "what is a {thingy}",
        "what is the {like} {thingy}", "where is the {thingy}", "where is my {thingy}", "who is the {thingy}",
        "why is the {thingy} {like}", "why is it {like}", "when is the {thingy}", "how do you {doing} a {thingy}",
        "how {like} is the {thingy}", "is the {thingy} {like}", "is that a {thingy}", "is this {like}",
        "are {thingy} and {thingy} the same [thing|]", "do you {doing} my {thingy}", "do you have a {thingy}", "do you like {thingy}",
        "does {subj} like {thingy}", "does it {doing} the {thingy}", "did you {doing} the {thingy}", "what does {thingy} mean",
        "which {thingy} is {like}", "which one is {like}", "can {someone} {doing} the {thingy} [too|]",
        "what comes after {feature}", "what is the [highest|lowest|biggest|smallest] number for [the|] {feature}",
        "are {bangs} the same [thing|] as a fringe", "is a {feature} the same as a {feature}", "how many kinds of {feature} are there",
        "what's the difference between {feature} and {feature}", "what [does|would] {feature} [cost|mean]", "how does {feature} work",
        "which {feature} [is|are] [best|better|possible]", "what {feature} can i [choose|have|pick]",
        "how [much|many] {feature} [is|are] possible", "how big can the {feature} get",
        "is the {feature} [real|natural|too much|at the maximum|at its limit|fake]", "what number is the {feature} [now|at|]",
        "how strong is the {feature} [now|]", "did the {feature} change",
        "is it possible to {doing} it", "is it possible to [go back|take back a step|undo things|undo]", "can things be undone",
        "what happens if i [undo|say more|say no|stop]", "how old is {subj} supposed to be [now|right now|]", "how old did you make {obj}",
        "how many years did you add", "where do {poss} [glasses|clothes] come from",
        "do you keep [my|the] [photos|pictures|data] [somewhere|]",
        "who can see [this|my pictures]", "is this free", "what does it cost", "what else", "what for", "since when",
        "how come {subj} looks {like}", "what did {subj} look like [before|at first]", "are you a {thingy}", "what are you",
        "what is your name", "how does the {thingy} work", "what time is it", "why {like}", "what did you do to {poss} {thingy}",
    ]

    static let orders: [String] = [
        "!set an alarm for {n} [tomorrow|]", "!wake me at {n}", "!remind me in {n} minutes", "!order {n} {thingy}",
        "!give {obj} {n} {thingy}",
        "!make [it|them|that] [red|blue|green|pink|white|purple|yellow|black|orange|golden|silver|striped|square|round]",
        ".i would like a {like} {thingy} on {obj}", ".i would like a {thingy} on {obj}", ".{poss} {thingy} stick out",
        ".{poss} {thingy} sticks out, pin it back",
        "~{thingy} version", ".{thingy} version, {thingy} and all", ".{thingy}, {thingy} all over, {like}", ".tight curls all over",
        ".a {thingy} would suit {obj}", ".the {feature} [is|are] lovely but make [it|them] [red|blue|green|pink|round|golden]",
        "!make {obj} a {thingy}", "^a {thingy} with {thingy}", "!draw a {thingy} on {poss} {thingy}", "!swap {poss} {thingy} with {thingy}",
        "!{doing} the {thingy}", "!{doing} {poss} {thingy}", "!{doing} my {thingy}", "!{doing} a {like} {thingy}",
        "!make the {thingy} {like}", "!make {poss} {thingy} {like}", "!add a {like} {thingy}", "!add a {thingy}",
        "!put a {thingy} [behind|beside|next to|on|under] {obj}", "!give {obj} a {thingy}", "!give {obj} a {like} {thingy}",
        "!give me a {thingy}",
        "!remove the {thingy}", "!change the {thingy}", "!change {poss} {thingy}", "!turn {obj} into a {thingy}", "!show me the {thingy}",
        "!show {obj} with a {thingy}", "~a {like} {thingy}", "~a {thingy} in {like}", "~the {thingy} in {like}",
        ".the {thingy} should be {like}", ".{poss} {thingy} should be {like}", ".{poss} {thingy} is too {like}",
        ".could there be a {thingy} [behind|next to|above] {obj}", ".i want a {like} {thingy}",
        ".i don't like this [person|face|guy|woman|one], [take|give me|show me] another [one|]", ".take another [person|face|one]",
        ".a different [person|face|man|woman] please", "^a {thingy}", "^a {like} {thingy}", ".{thingy} version", ".the {feature} in {like}",
        "!make the {feature} [red|blue|green|pink|white|purple|yellow]",
        ".the frames should be [red|blue|green|pink|white|purple|yellow|gold|silver]",
        "!dye the [beard|bangs|fringe|moustache] [red|blue|green|white|grey|black|brown|blond]",
        "~a [red|blue|grey|white|black|brown|ginger|blond] [beard|moustache|fringe]", ">{doing} the {thingy}", ">hold a {thingy}",
        ">wear a {like} {thingy}", "!{doing} me [a|some] {thingy}", "!{doing} it {placed}", "!{doing} everything", "~more {thingy}",
        "~less {thingy}", "~no {thingy}",
        ".{subj} needs a {thingy}", ".{thingy} job", "!tell me about the {thingy}", "!help me {doing} the {thingy}",
        "!remind me to {doing} the {thingy} {whenever}",
    ]
}
